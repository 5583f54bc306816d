// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/html/apply_block_model.h"
#include "indexer/extract/html/block_facts.h"
#include "schema/error.h"

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr std::size_t kLettersFact = 0;  // the logarithm of the number of letters

// A model that chooses the blocks of more than so many letters.
BlockModel model_of_length(double letters) {
  DecisionTree tree;
  tree.fact.fill(kLettersFact);
  tree.threshold.fill(static_cast<float>(std::log1p(letters)));
  tree.leaf.fill(-1);
  tree.leaf.back() = 1;
  return {0, 0, {tree}};
}

const std::string kPage =
    "<html><body><div><h1>Tram line for Hafenstadt</h1>"
    "<p>The city council of Hafenstadt voted for the new tram line on Tuesday evening, after a "
    "debate of six hours, and against the advice of its own treasurer, who called it dear.</p>"
    "<p>Work begins in autumn, the mayor said, and it will take four years to finish.</p>"
    "<p>The line is to have eleven stops between the harbour and the hospital on the hill, and "
    "trams are to run every ten minutes on weekdays, every twenty on Sundays.</p>"
    "</div></body></html>";

class WeighedPage : public testing::Test {
 protected:
  std::vector<std::size_t> chosen_by(const BlockModel& model) {
    body_ = find_body(tree_, cut_into_blocks(tree_, zones_), {}, &model);
    return body_.layout.article;
  }

  HtmlTree tree_ = std::get<HtmlTree>(HtmlTree::parse(kPage, 10, {}));
  std::vector<HtmlZone> zones_ = find_zones(tree_, zones_by_names(tree_), running_text(tree_));
  HtmlBody body_;
};

TEST_F(WeighedPage, IsWhatTheRulesChooseWhereAModelHasNoTrees) {
  EXPECT_THAT(chosen_by({0, -5, {}}), ElementsAre(1, 2, 3));
}

TEST_F(WeighedPage, LosesWhatTheModelFindsUnlikely) {
  EXPECT_THAT(chosen_by(model_of_length(100)), ElementsAre(1, 3));
  EXPECT_EQ(body_.cut[2], "unlike the text of articles");
}

TEST_F(WeighedPage, GainsWhatTheModelFindsLikely) {
  EXPECT_THAT(chosen_by(model_of_length(3)), ElementsAre(0, 1, 2, 3));
  EXPECT_EQ(body_.cut[0], "");
}

TEST_F(WeighedPage, StaysAsItIsWhereTheModelWouldCutMostOfIt) {
  EXPECT_THAT(chosen_by(model_of_length(5000)), ElementsAre(1, 2, 3));
  EXPECT_EQ(body_.cut[2], "");
}

TEST_F(WeighedPage, StaysAsItIsWhereItIsSmallerThanThoseThatWereLearntFrom) {
  BlockModel model = model_of_length(100);
  model.fewest_blocks = 5;
  EXPECT_THAT(chosen_by(model), ElementsAre(1, 2, 3));
}

TEST(BlockModelTable, GivesTheSameModelBack) {
  BlockModel model = model_of_length(100);
  model.fewest_blocks = 7;
  const BlockModel read = parse_block_model(to_table(model));
  ASSERT_EQ(read.trees.size(), 1U);
  EXPECT_EQ(read.fewest_blocks, 7U);
  EXPECT_EQ(read.bias, model.bias);
  EXPECT_EQ(read.trees[0].fact, model.trees[0].fact);
  EXPECT_EQ(read.trees[0].threshold, model.trees[0].threshold);
  EXPECT_EQ(read.trees[0].leaf, model.trees[0].leaf);
}

std::string error_of(const std::string& table) {
  try {
    parse_block_model(table);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(BlockModelTable, IsRefusedWhereItAsksForFactsThatThereAreNot) {
  BlockModel model = model_of_length(100);
  model.trees[0].fact[3] = kBlockFacts;
  EXPECT_THAT(error_of(to_table(model)), HasSubstr("asks for fact"));
}

TEST(BlockModelTable, IsRefusedWhereALineIsCutShort) {
  std::string table = to_table(model_of_length(100));
  table.resize(table.size() - 5);
  EXPECT_THAT(error_of(table), HasSubstr("no table of numbers"));
}

TEST(ShippedBlockModel, HasTreesToWeighBy) { EXPECT_GT(shipped_block_model().trees.size(), 50U); }

}  // namespace
}  // namespace newsindex
