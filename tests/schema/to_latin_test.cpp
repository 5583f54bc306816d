// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/to_latin.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(ToLatin, WritesNamesOfAnyScriptInLatinLetters) {
  EXPECT_EQ(to_latin("Зеленский"), "zelenskij");
  EXPECT_EQ(to_latin("Αθήνα"), "athena");
  EXPECT_EQ(to_latin("東京"), "dong jing");
  EXPECT_EQ(to_latin("Çağ"), "cag");
  EXPECT_EQ(to_latin("plain"), "plain");
}

TEST(ToLatin, LeavesWhatIsTooLongForAName) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += "я";
  EXPECT_EQ(to_latin(text), text);
}

}  // namespace
}  // namespace newsindex
