// SPDX-License-Identifier: GPL-3.0-or-later
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/evaluate/measures.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

TEST(Evaluation, MeasuresARankingAsTheBooksDo) {
  // Computed by hand: the hits at ranks 1 and 3 are relevant, one of three relevant articles is
  // missing.
  const Measures measures = measures_of({"a", "x", "b"}, {{"a", 1}, {"b", 2}, {"c", 1}});
  const double gain = 1 + 2 / 2.0;                     // log2(2) and log2(4)
  const double best = 2 + 1 / 1.5849625007 + 1 / 2.0;  // 2, 1, 1
  EXPECT_THAT(measures,
              ElementsAre(DoubleNear((1 + 2.0 / 3) / 3, 1e-9), DoubleNear(gain / best, 1e-9),
                          DoubleNear(0.2, 1e-9), DoubleNear(2.0 / 3, 1e-9), DoubleNear(1, 1e-9)));
}

TEST(Evaluation, OfAQueryWithoutHitsIsZero) {
  EXPECT_THAT(measures_of({}, {{"a", 1}}), ElementsAre(0, 0, 0, 0, 0));
}

TEST(Evaluation, OfManyQueriesIsTheMean) {
  EXPECT_EQ(mean_of({{1, 1, 1, 1, 1}, {0, 0, 0, 0.5, 0}})[3], 0.75);
}

TEST(RandomisationTest, TellsAClearDifferenceFromNone) {
  std::vector<double> low, high, same;
  for (int i = 0; i < 20; ++i) {
    low.push_back(0.3 + 0.01 * (i % 5));
    high.push_back(0.5 + 0.01 * (i % 7));
    same.push_back(0.3 + 0.01 * ((i + 1) % 5));
  }
  EXPECT_LT(randomisation_test(low, high), 0.001);
  EXPECT_GT(randomisation_test(low, same), 0.2);
  EXPECT_EQ(randomisation_test(low, low), 1);
  EXPECT_EQ(randomisation_test(low, high), randomisation_test(low, high));
}

TEST(Judgements, AreThoseAboveZero) {
  std::istringstream in("q1 0 a 1\nq1 0 b 0\n\nq2 0 c 2\n");
  EXPECT_EQ(read_judgements(in, "f"), (Judgements{{"q1", {{"a", 1}}}, {"q2", {{"c", 2}}}}));
  std::istringstream wrong("q1 0 a 1\nq1 a 1\n");
  try {
    read_judgements(wrong, "f");
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "'f' line 2 is not 'query 0 id relevance'");
  }
}

}  // namespace
}  // namespace newsindex
