// SPDX-License-Identifier: GPL-3.0-or-later
// The tagger takes short cuts; these tests compare it with plain computations.
#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/enrich/names/context.h"
#include "indexer/enrich/names/readings.h"
#include "indexer/enrich/names/sentence_scorer.h"
#include "indexer/enrich/names/viterbi.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

std::vector<WeightRow> random_rows() {
  std::mt19937 random{7};
  std::vector<WeightRow> rows(kNameRows);
  for (WeightRow& row : rows) {
    for (std::size_t t = 0; t < kNameTags; ++t)
      row.lanes[t] = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
    row.lanes[WeightRow::kShiftLane] = static_cast<std::int8_t>(random() % 3);
  }
  return rows;
}

// The score of a token as training computes it.
TagScores sum_of_rows(const TokenContext& context, const std::vector<WeightRow>& weights) {
  Rows rows;
  for (int distance = -kReach; distance <= kReach; ++distance)
    append_word_rows(*context.words[static_cast<std::size_t>(distance + kReach)], distance, rows);
  append_joint_rows(context, rows);
  TagScores sum{};
  for (const std::uint32_t row : rows) add_row(weights[row], sum);
  return sum;
}

TEST(SentenceScorer, GivesTheSumsThatTrainingSawAlsoFromMemory) {
  const std::vector<WeightRow> weights = random_rows();
  const WordClusters clusters(std::string(kModels) + "/languages/en/words.model");
  const Vocabulary vocabulary(clusters);
  KnownWords words(weights, vocabulary);
  SentenceScorer scorer(weights);
  for (const char* text :
       {"Mr. Blair met Mr. Blair in New York.", "Yes", "Mr. Blair met Mr. Blair in New York.",
        "MR. BLAIR MET THE KING", "in New York Mr. Blair met Mr. Brown ."}) {
    const CutText cut = cut_names(text, NameWords());
    std::vector<const KnownWord*> known;
    words.find(cut, known);
    std::vector<const WordForm*> forms;
    for (const KnownWord* word : known) forms.push_back(&word->form);
    WordCases cases;
    cases.learn(cut, forms);
    std::vector<TagScores> scores(known.size());
    scorer.score(known, case_of(forms), cases, words, scores);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const TagScores expected = sum_of_rows(context_of(forms, i, case_of(forms), cases), weights);
      for (std::size_t t = 0; t < kNameTags; ++t)
        ASSERT_EQ(scores[i][t], expected[t]) << text << ": token " << i << ", tag " << t;
    }
  }
}

std::int64_t score_of(const std::vector<Tag>& tags, const std::vector<TagScores>& scores,
                      const TagTransitions& model) {
  std::int64_t score = model.start[tags.front()] + model.end[tags.back()];
  for (std::size_t i = 0; i < tags.size(); ++i) {
    score += scores[i][tags[i]];
    if (i > 0) score += model.to[tags[i - 1]][tags[i]];
  }
  return score;
}

// All valid sequences of tags of a length.
std::vector<std::vector<Tag>> sequences(std::size_t length) {
  std::vector<std::vector<Tag>> all{{}};
  for (std::size_t i = 0; i < length; ++i) {
    std::vector<std::vector<Tag>> longer;
    for (const auto& tags : all)
      for (Tag tag = 0; tag < kNameTags; ++tag) {
        if (tags.empty() ? continues_before(tag) : !may_follow(tags.back(), tag)) continue;
        if (i + 1 == length && continues_after(tag)) continue;
        longer.push_back(tags);
        longer.back().push_back(tag);
      }
    all = std::move(longer);
  }
  return all;
}

TEST(Viterbi, FindsTheBestOfAllSequences) {
  constexpr std::int32_t kNever = -1'000'000'000;
  std::mt19937 random{11};
  const auto number = [&random] { return static_cast<std::int32_t>(random() % 2000) - 1000; };
  TagTransitions model;
  for (Tag a = 0; a < kNameTags; ++a) {
    for (Tag b = 0; b < kNameTags; ++b) model.to[a][b] = may_follow(a, b) ? number() : kNever;
    model.start[a] = continues_before(a) ? kNever : number();
    model.end[a] = continues_after(a) ? kNever : number();
  }
  Viterbi viterbi(model);
  for (const std::size_t length : {std::size_t{1}, std::size_t{2}, std::size_t{4}}) {
    const auto all = sequences(length);
    for (int round = 0; round < 50; ++round) {
      std::vector<TagScores> scores(length);
      for (TagScores& each : scores)
        for (std::int16_t& score : each) score = static_cast<std::int16_t>(4 * number());
      const auto best = std::max_element(all.begin(), all.end(), [&](const auto& a, const auto& b) {
        return score_of(a, scores, model) < score_of(b, scores, model);
      });
      std::vector<Tag> tags(length);
      viterbi.decode(scores, tags);
      EXPECT_EQ(score_of(tags, scores, model), score_of(*best, scores, model));
    }
  }
}

TEST(OtherReadings, MakeANameLessSureTheMoreSpeaksForThem) {
  TagTransitions model;  // all zero: prefers no tag
  OtherReadings readings(model);
  const Tag unit = tag_of(EntityType::person, NamePart::unit);
  const Tag other = tag_of(EntityType::place, NamePart::unit);
  const std::vector<Tag> tags{kOutside, unit, kOutside};
  std::vector<TagScores> scores(tags.size());
  const auto odds = [&] { return readings.log_odds(scores, tags, {1, 2, EntityType::person}); };
  // Five other readings, all equally likely: two types, none, longer at either end.
  EXPECT_NEAR(odds(), -std::log(5.0), 1e-4);
  scores[1][unit] = 400;
  const float sure = odds();
  EXPECT_GT(sure, 5);
  scores[1][other] = 400;
  EXPECT_NEAR(odds(), 0, 0.01);
  scores[1][other] = 0;
  scores[0][tag_of(EntityType::person, NamePart::begin)] = 300;
  scores[1][tag_of(EntityType::person, NamePart::last)] = 150;
  EXPECT_LT(odds(), 0);  // the longer name wins
}

TEST(OtherReadings, GiveAConfidenceThatGrowsWithTheOdds) {
  for (const EntityType type : {EntityType::person, EntityType::organisation, EntityType::place}) {
    int before = 0;
    for (const float odds : {-20.0f, -1.0f, 1.0f, 3.0f, 20.0f}) {
      const int confidence = confidence_of(type, odds);
      EXPECT_GE(confidence, before);
      EXPECT_LE(confidence, 100);
      before = confidence;
    }
    EXPECT_GT(before, 80);
  }
}

TEST(WordCases, ForgetTheArticleBefore) {
  const WordClusters clusters(std::string(kModels) + "/languages/en/words.model");
  const Vocabulary vocabulary(clusters);
  const CutText cut = cut_names("We saw the Shell tanker and a shell there.", NameWords());
  std::vector<WordForm> forms;
  for (std::size_t i = 0; i < cut.tokens.size(); ++i)
    forms.push_back(form_of(cut.word(i), vocabulary));
  std::vector<const WordForm*> views;
  for (const WordForm& form : forms) views.push_back(&form);
  const WordForm shell = form_of("SHELL", vocabulary);
  WordCases cases;
  cases.learn(cut, views);
  EXPECT_TRUE(cases.of(shell).lower);
  EXPECT_TRUE(cases.of(shell).capital);
  cases.clear();
  EXPECT_FALSE(cases.of(shell).lower);
  EXPECT_FALSE(cases.of(shell).capital);
}

}  // namespace
}  // namespace newsindex
