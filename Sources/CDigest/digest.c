#include "cdigest.h"

#include <string.h>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

static const uint32_t constants[64] __attribute__((aligned(16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static bool has_instructions(void) {
  unsigned a, b, c, d;
  // SSSE3 and SSE4.1, then the SHA extensions.
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return false;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & (1u << 29));
}

// The state is kept as the instructions want it: A B E F in one register, C D G H in the other (FIPS 180-4 §6.2.2,
// Intel SDM, SHA256RNDS2).
__attribute__((target("sha,ssse3,sse4.1"))) static void blocks(
  __m128i state[2], const uint8_t *bytes, size_t count
) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  __m128i abef = state[0], cdgh = state[1];
  for (; count > 0; count--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i words[4];
    for (int i = 0; i < 4; i++) {
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), order);
    }
#pragma clang loop unroll(full)
    for (int round = 0; round < 16; round++) {
      const __m128i now = words[round & 3];
      __m128i sum = _mm_add_epi32(now, _mm_load_si128((const __m128i *)&constants[4 * round]));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
      if (round < 12) {
        // The four words that are due in four rounds.
        const __m128i last = words[(round + 3) & 3];
        __m128i next = _mm_sha256msg1_epu32(now, words[(round + 1) & 3]);
        next = _mm_add_epi32(next, _mm_alignr_epi8(last, words[(round + 2) & 3], 4));
        words[round & 3] = _mm_sha256msg2_epu32(next, last);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  state[0] = abef;
  state[1] = cdgh;
}

__attribute__((target("sha,ssse3,sse4.1"))) static void sha256(
  const uint8_t *bytes, size_t length, uint8_t *digest
) {
  __m128i state[2] = {
    _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c),
    _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19),
  };
  blocks(state, bytes, length / 64);
  uint8_t tail[128] = {0};
  const size_t rest = length % 64;
  if (rest > 0) memcpy(tail, bytes + (length - rest), rest);
  tail[rest] = 0x80;
  const size_t size = rest < 56 ? 64 : 128;
  const uint64_t bits = (uint64_t)length * 8;
  for (int i = 0; i < 8; i++) tail[size - 1 - i] = (uint8_t)(bits >> (8 * i));
  blocks(state, tail, size / 64);
  uint32_t abef[4], cdgh[4];
  _mm_storeu_si128((__m128i *)abef, state[0]);
  _mm_storeu_si128((__m128i *)cdgh, state[1]);
  const uint32_t words[8] = {abef[3], abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]};
  for (int i = 0; i < 8; i++) {
    for (int j = 0; j < 4; j++) digest[4 * i + j] = (uint8_t)(words[i] >> (24 - 8 * j));
  }
}

bool vigie_sha256(const uint8_t *bytes, size_t length, uint8_t *digest) {
  if (!has_instructions()) return false;
  sha256(bytes, length, digest);
  return true;
}

#else

bool vigie_sha256(const uint8_t *bytes, size_t length, uint8_t *digest) {
  (void)bytes, (void)length, (void)digest;
  return false;
}

#endif
