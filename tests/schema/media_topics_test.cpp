// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/media_topics.h"

#include <algorithm>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(MediaTopics, HaveSeventeenAtTheTopAndNoOrphans) {
  const auto topics = media_topics();
  EXPECT_EQ(std::count_if(topics.begin(), topics.end(),
                          [](const MediaTopic& topic) { return topic.parent == 0; }),
            17);
  for (const MediaTopic& topic : topics) {
    EXPECT_FALSE(topic.name.empty()) << topic.id;
    EXPECT_TRUE(topic.parent == 0 || find_media_topic(topic.parent) != nullptr) << topic.id;
    EXPECT_LE(lineage(topic).size(), 6u) << topic.id;
  }
}

TEST(MediaTopics, AreFoundByIdInAllItsForms) {
  const MediaTopic* politics = find_media_topic(11000000);
  ASSERT_NE(politics, nullptr);
  for (const char* id :
       {"medtop:11000000", "11000000", "http://cv.iptc.org/newscodes/mediatopic/11000000"})
    EXPECT_EQ(media_topic_by_id(id), politics) << id;
  for (const char* id : {"", "medtop:", "medtop:99999999", "1100000", "medtop:11000000x"})
    EXPECT_EQ(media_topic_by_id(id), nullptr) << id;
  EXPECT_EQ(media_topic_id(1000000), "medtop:01000000");
}

TEST(MediaTopics, AreNamedByAUniquePartOfTheirName) {
  const auto named = [](const char* words) {
    const auto topics = media_topics_named(words);
    return topics.size() == 1 ? std::string(topics.front()->name) : std::to_string(topics.size());
  };
  EXPECT_EQ(named("Diplomacy"), "diplomacy");
  EXPECT_EQ(named("conflict, war"), "conflict, war and peace");
  EXPECT_EQ(named("economy, bus"), "economy, business and finance");
  EXPECT_EQ(named("zebra crossing"), "0");
  EXPECT_EQ(named(""), "0");
  EXPECT_GT(media_topics_named("foot").size(), 1u);
}

TEST(MediaTopics, AreFoundByTheNamesThatPeopleUse) {
  const auto named = [](const char* name) {
    const auto topics = media_topics_named(name);
    return topics.size() == 1 ? topics.front()->id : 0;
  };
  EXPECT_EQ(named("law"), 2000000u);
  EXPECT_EQ(named("Economics"), 4000000u);
  EXPECT_EQ(named("tech"), 13000000u);
  EXPECT_EQ(named("film"), media_topic_by_name("cinema")->id);
  EXPECT_EQ(named("football"), media_topic_by_name("soccer")->id);
}

TEST(MediaTopics, HaveNamesOfPeopleThatLeadToLivingTopicsForAReason) {
  for (const TopicName& each : topic_names()) {
    const MediaTopic* topic = find_media_topic(each.topic);
    ASSERT_NE(topic, nullptr) << each.name;
    EXPECT_FALSE(topic->retired) << each.name;
    EXPECT_NE(topic->name, each.name);
    EXPECT_FALSE(each.reason.empty()) << each.name;
    EXPECT_EQ(media_topic_by_common_name(each.name), topic);
  }
}

TEST(MediaTopics, KnowTheirAncestors) {
  const MediaTopic* diplomacy = media_topic_by_name("diplomacy");
  ASSERT_NE(diplomacy, nullptr);
  EXPECT_EQ(lineage(*diplomacy).front(), diplomacy);
  EXPECT_EQ(lineage(*diplomacy).back()->name, "politics");
}

}  // namespace
}  // namespace newsindex
