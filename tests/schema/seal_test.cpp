// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/seal.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(Seal, IsNoticedToBeBrokenWhateverByteIsChanged) {
  const std::string whole = sealed("{\n \"articles\": 12,\n \"first\": \"2023-01-01\"\n}\n");
  EXPECT_TRUE(is_whole(whole));
  for (std::size_t at = 0; at < whole.size(); ++at)
    for (unsigned bit = 0; bit < 8; ++bit) {
      std::string changed = whole;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ (1u << bit));
      EXPECT_FALSE(is_whole(changed)) << changed;
    }
}

TEST(Seal, IsNoticedToBeMissingOrCut) {
  const std::string object = "{\n \"articles\": 12\n}\n";
  EXPECT_FALSE(is_whole(object));
  EXPECT_FALSE(has_seal(object));
  const std::string whole = sealed(object);
  EXPECT_TRUE(has_seal(whole));
  for (std::size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(is_whole(whole.substr(0, size))) << size;
  EXPECT_FALSE(is_whole(whole + " "));
}

}  // namespace
}  // namespace newsindex
