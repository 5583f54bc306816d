// SPDX-License-Identifier: GPL-3.0-or-later
// Queries that no table of cases has: random bytes, and random sequences of pieces of the language.
#include <array>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "schema/query_language/ast.h"
#include "schema/query_language/parser.h"

namespace newsindex {
namespace {

using namespace std::chrono_literals;

constexpr int kRounds = 5000;
constexpr std::size_t kMostPieces = 24;

// Parses and describes a query. Returns what went wrong, such as an exception other than a
// QueryError or a span outside of the query; empty if nothing did.
std::string trouble(const std::string& query, Match match) {
  try {
    const Node node = parse_query(query, {match, 2023y / 4 / 7});
    if (node.span.end > query.size()) return "a span outside of the query";
    return to_string(node).empty() ? "a tree without text" : "";
  } catch (const QueryError& error) {
    const Span span = error.span();
    if (span.start > span.end || span.end > query.size()) return "an error outside of the query";
    const std::string text = describe(error, query);
    return text.ends_with('^') ? "" : "no caret: " + text;
  } catch (const std::exception& error) {
    return std::string("another exception: ") + error.what();
  }
}

class RandomQueries : public testing::Test {
 protected:
  std::size_t below(std::size_t bound) {
    return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_);
  }

  void expect_query_or_error(const std::string& query) {
    EXPECT_EQ(trouble(query, Match::all), "") << query;
    EXPECT_EQ(trouble(query, Match::any), "") << query;
  }

 private:
  std::mt19937 random_{20230402};
};

TEST_F(RandomQueries, OfBytesParseOrAreQueryErrors) {
  for (int round = 0; round < kRounds; ++round) {
    std::string query(below(40), ' ');
    for (char& c : query) c = static_cast<char>(below(256));
    expect_query_or_error(query);
  }
}

TEST_F(RandomQueries, OfPiecesParseOrAreQueryErrors) {
  constexpr std::array<std::string_view, 46> kPieces{
      "oil",      "spill",    " ",        " ",          " ",       "(",           ")",
      "\"",       "\u201c",   "\u201d",   "-",          "--",      "OR ",         " AND ",
      " NOT ",    " NEAR/5 ", " NEAR ",   "|",          "*",       ":",           "=",
      ">=",       "<",        "85",       "title:",     "exact:",  "topic:",      "person:",
      "id:",      "url:",     "date:",    "after:",     "before:", "source:=",    "lang:",
      "https://", "..",       "2023-04",  "2023-02-30", "today",   "last-7-days", "\u6d2a\u6c34",
      "\t",       "'",        "medtop:1", "!"};
  for (int round = 0; round < kRounds; ++round) {
    std::string query;
    for (std::size_t left = below(kMostPieces); left > 0; --left)
      query += kPieces[below(kPieces.size())];
    expect_query_or_error(query);
  }
}

TEST_F(RandomQueries, OfOnePieceRepeatedEndAtALimitOrParse) {
  for (const std::string_view piece :
       {"(", "-(", "exact:", "title:", "title:(", "exact:(", "NOT ", "-", "a OR ", "a NEAR b ",
        "\"", "a|", "topic:(a>=5 ", "(a OR "}) {
    std::string query;
    while (query.size() + piece.size() <= QueryLimits{}.bytes) query += piece;
    expect_query_or_error(query);
  }
}

}  // namespace
}  // namespace newsindex
