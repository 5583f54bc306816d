// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that come with newsindex, on short articles written for them.
#include <gmock/gmock.h>

#include "indexer/enrich/lists/list_lookup.h"
#include "schema/media_topics.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::Field;
using ::testing::Not;

const TopicRules& shipped_rules() {
  static const TopicRules rules = TopicRules::read({std::string(kModels) + "/topic-rules.tsv"}, {});
  return rules;
}

std::vector<Topic> topics_of(const std::string& title, const std::string& body,
                             const std::string& language = "en") {
  Article article;
  article.title = title;
  article.body = body;
  article.language = language;
  const Authority none = Authority::read({});
  ListLookup lookup(none, none, shipped_rules());
  lookup.read(article);
  lookup.add_topics(article);
  return article.topics;
}

auto named(const std::string& name) { return Field("name", &Topic::name, name); }

struct RuleCase {
  std::string topic;
  std::string title;
  std::string body;
  std::string language = "en";
};

class ShippedRules : public ::testing::TestWithParam<RuleCase> {};

TEST_P(ShippedRules, GiveTheTopic) {
  const RuleCase& each = GetParam();
  EXPECT_THAT(topics_of(each.title, each.body, each.language), Contains(named(each.topic)));
}

INSTANTIATE_TEST_SUITE_P(
    News, ShippedRules,
    ::testing::Values(
        RuleCase{"diplomacy", "Norway and Chile's top envoys meet in Quito",
                 "The foreign minister of Norway and her counterpart spoke of fishing rights."},
        RuleCase{"election", "Uruguay election goes to a runoff",
                 "No candidate won the election outright; voters return in a month."},
        RuleCase{"earthquake", "Quake shakes northern Chile",
                 "The earthquake had a magnitude of 6.1. Its epicentre lay off the coast."},
        RuleCase{"earthquake", "Erdbeben in den Abruzzen", "In der Nacht bebte die Erde.", "de"},
        RuleCase{"earthquake", "Terremoto en Antofagasta", "La tierra temblaba de noche.", "es"},
        RuleCase{"flood", "Hochwasser an der Elbe", "Der Pegel steigt weiter.", "de"},
        RuleCase{"act of terror", "Car bomb kills nine at a market",
                 "An extremist group claimed responsibility. The blast wounded forty."},
        RuleCase{"air and space accident and incident", "Airliner crashes on approach to Quito",
                 "All 62 passengers and the crew survived."},
        RuleCase{"merger or acquisition", "Acme to buy rival Widget Works",
                 "The company said the acquisition would cost 20 dollars a share in cash."},
        RuleCase{"central bank", "Reserve Bank holds its hand",
                 "The bank left the cash rate alone and spoke of monetary policy."},
        RuleCase{"labour strike", "Dock strike enters its second week",
                 "The union said workers would strike until pay talks resume."},
        RuleCase{"vaccine", "Measles vaccine reaches the islands",
                 "Nurses vaccinate children from today."},
        RuleCase{"cricket", "Late wickets turn the match",
                 "The batsman fell in the second innings of a cricket match full of wickets."},
        RuleCase{"pope", "Pope visits flood victims", "The pontiff left the Vatican by train."}));

struct FalseCase {
  std::string topic;
  std::string title;
  std::string body;
  std::string language = "en";
};

class ShippedRulesSpare : public ::testing::TestWithParam<FalseCase> {};

TEST_P(ShippedRulesSpare, WhatOnlyUsesTheWord) {
  const FalseCase& each = GetParam();
  EXPECT_THAT(topics_of(each.title, each.body, each.language), Not(Contains(named(each.topic))));
}

INSTANTIATE_TEST_SUITE_P(
    News, ShippedRulesSpare,
    ::testing::Values(
        FalseCase{"war", "Price war among grocers", "Two chains fight over milk and attack."},
        FalseCase{"war", "Es war ein langer Tag", "Soldaten, Offensive, Front: alles war da.",
                  "de"},
        FalseCase{"labour strike", "Judge strikes down a law", "The union of cities lost."},
        FalseCase{"flood", "A flood of letters", "Readers wrote about water and rivers."},
        FalseCase{"vaccine", "Witness gets immunity", "The judge was in doubt about immunity."},
        FalseCase{"soccer", "Minister sets goals", "The goal is a match of skills and jobs."},
        FalseCase{"earthquake", "A political earthquake", "The party lost half of its seats."},
        FalseCase{"espionage and intelligence", "Spy thriller tops the charts",
                  "The film has an agent and much surveillance."}));

TEST(ShippedRules, AreOfTopicsBelowTheTopLevelThatAreNotRetired) {
  EXPECT_GE(shipped_rules().rules().size(), 100u);
  for (const TopicRule& rule : shipped_rules().rules()) {
    const MediaTopic* topic = media_topic_by_id(rule.topic.id);
    ASSERT_NE(topic, nullptr) << rule.topic.id;
    EXPECT_NE(topic->parent, 0u) << topic->name;
    EXPECT_FALSE(topic->retired) << topic->name;
  }
}

TEST(ShippedRules, AreNeverTriedOnAnArticleWithoutTheirWords) {
  EXPECT_TRUE(shipped_rules().always().empty());
}

}  // namespace
}  // namespace newsindex
