// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/saved/synonyms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/error.h"
#include "schema/query_language/parser.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;

std::string applied(const std::string& file, const std::string& query, Match match = Match::all) {
  const TemporaryFolder folder;
  try {
    const Synonyms synonyms = Synonyms::read(folder.write("synonyms", file));
    return to_string(synonyms.applied(parse_query(query, {match})));
  } catch (const Error& error) {
    return error.what();
  }
}

constexpr const char* kFile = "# mine\nUN, United Nations\nFed, Federal Reserve, central bank\n";

TEST(SynonymsOfAUser, StandForEachOther) {
  EXPECT_EQ(applied(kFile, "U.N."), "any_of{word{U.N.} phrase{United Nations}}");
  EXPECT_EQ(applied(kFile, "\"united nations\" vote"),
            "all_of{any_of{phrase{united nations} word{UN}} word{vote}}");
  EXPECT_EQ(applied(kFile, "title:fed -un"),
            "without{any_of{word{title fed} phrase{title Federal Reserve} phrase{title central "
            "bank}} any_of{word{un} phrase{United Nations}}}");
}

TEST(SynonymsOfAUser, AreFoundAsWordsSideBySide) {
  EXPECT_EQ(applied(kFile, "the united nations vote"),
            "all_of{word{the} any_of{all_of{word{united} word{nations}} word{UN}} word{vote}}");
}

TEST(SynonymsOfAUser, LeaveWhatIsAskedForExactly) {
  for (const char* query : {"exact:un", "org:UN", "UN NEAR vote"})
    EXPECT_EQ(applied(kFile, query), to_string(parse_query(query, {}))) << query;
  EXPECT_EQ(applied(kFile, "un vote", Match::any),
            "any_of{any_of{word{un} phrase{United Nations}} word{vote}}");
}

TEST(SynonymsOfAUser, AreRefusedWithTheLineThatIsWrong) {
  EXPECT_THAT(applied("UN, United Nations\nalone\n", "x"), HasSubstr("line 2: one form alone"));
  EXPECT_THAT(applied("UN, United Nations\nun, x\n", "x"),
              HasSubstr("line 2: 'un' is in another group, too"));
}

}  // namespace
}  // namespace newsindex
