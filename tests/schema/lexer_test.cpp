// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/query_language/lexer.h"

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "schema/fields.h"
#include "schema/query_language/did_you_mean.h"
#include "schema/query_language/help.h"

namespace newsindex {
namespace {

std::string tokens(std::string_view query) {
  constexpr std::array kNames{"end",    "word", "phrase", "open", "close",  "minus",
                              "either", "both", "negate", "near", "clause", "levels"};
  std::string text;
  for (const QueryToken& token : tokens_of(query, {})) {
    if (!text.empty()) text += ' ';
    text += kNames[static_cast<std::size_t>(token.kind)];
    if (token.kind != QueryToken::Kind::end) text += "[" + std::string(token.text) + "]";
  }
  return text;
}

struct LexCase {
  std::string_view query;
  std::string_view tokens;
};

TEST(Lexer, CutsAQueryIntoTokens) {
  const LexCase rows[]{
      {"", "end"},
      {"oil  spill", "word[oil] word[spill] end"},
      {"oil -spill", "word[oil] minus[-] word[spill] end"},
      {"a|(b)", "word[a] either[|] open[(] word[b] close[)] end"},
      {"a OR b AND NOT c", "word[a] either[OR] word[b] both[AND] negate[NOT] word[c] end"},
      {"a NEAR/5 b", "word[a] near[NEAR/5] word[b] end"},
      {"title:\"oil spill\"x", "clause[title] phrase[oil spill] word[x] end"},
      {"organization:UN>=5", "clause[org] word[UN] levels[>=5] end"},
      {"date:2023..", "clause[date] word[2023..] end"},
      {"mini*", "word[mini*] end"},
  };
  for (const auto& [query, expected] : rows) EXPECT_EQ(tokens(query), expected) << query;
}

TEST(Lexer, KnowsWhereTheTextInsideQuotesBegins) {
  const auto found = tokens_of("a \u201coil\u201d", {});
  EXPECT_EQ(found[1].span, (Span{2, 11}));
  EXPECT_EQ(found[1].text_start, 5u);
}

TEST(Lexer, ReadsEveryFieldOfTheTable) {
  for (const Field& known : kFields) {
    const std::string name(known.name);
    EXPECT_EQ(tokens_of(name + ":2023", {}).front().text, known.name);
  }
  for (const FieldAlias& known : kFieldAliases)
    EXPECT_EQ(tokens_of(std::string(known.alias) + ":2023", {}).front().text, known.name);
}

TEST(DidYouMean, SuggestsOnSlipsAndOnNothingElse) {
  const std::vector<std::string> names{"topic", "title", "before"};
  EXPECT_EQ(did_you_mean("topik", names), " (did you mean 'topic'?)");
  EXPECT_EQ(did_you_mean("TPOIC", names), " (did you mean 'topic'?)");
  EXPECT_EQ(did_you_mean("zebra", names), "");
  EXPECT_EQ(did_you_mean("t", names), "");
  EXPECT_EQ(did_you_mean(std::string(100'000, 't'), names), "");
}

TEST(QueryHelp, NamesEveryFieldWithAnExampleThatParses) {
  const std::string help = query_help();
  for (const Field& known : kFields) {
    EXPECT_NE(help.find("\n  " + std::string(known.name) + " "), std::string::npos) << known.name;
    EXPECT_NE(help.find(known.example), std::string::npos) << known.example;
    EXPECT_NO_THROW(parse_query(known.example, {})) << known.example;
  }
}

}  // namespace
}  // namespace newsindex
