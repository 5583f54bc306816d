// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/shown.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(Shown, LeavesTextOfAnyScriptAsItIs) {
  for (const char* text :
       {"", "a plain path/file (1).txt", "C:\\news", "Übermut 新聞 خبر 🙂 \u00a0"})
    EXPECT_EQ(shown(text), text);
}

TEST(Shown, EscapesControlCharacters) {
  EXPECT_EQ(shown("a\x1b[2Jb"), "a\\x1b[2Jb");
  EXPECT_EQ(shown("a\nb\rc\td\x7f"), "a\\nb\\rc\\td\\x7f");
  EXPECT_EQ(shown(std::string_view("\0x", 2)), "\\x00x");
  EXPECT_EQ(shown("\u009b2J\u0085"), "\\u009b2J\\u0085");
  EXPECT_EQ(shown("a\u2028b\u2029"), "a\\u2028b\\u2029");
}

TEST(Shown, EscapesBytesThatAreNotUtf8) {
  EXPECT_EQ(shown("caf\xe9 \x9b!"), "caf\\xe9 \\x9b!");
  EXPECT_EQ(shown("\xc3"), "\\xc3");
  EXPECT_EQ(shown("\xef\xbf\xbd"), "\xef\xbf\xbd") << "U+FFFD itself is text";
}

TEST(Shown, PutsAnErrorOnOneLineButWhatIsBelowIt) {
  EXPECT_EQ(shown(Error(ExitCode::io, "cannot read 'a\nb'")), "cannot read 'a\\nb'");
  EXPECT_EQ(shown(Error(ExitCode::usage, "unknown\n", "  x\n  ^")), "unknown\\n\n  x\n  ^");
}

}  // namespace
}  // namespace newsindex
