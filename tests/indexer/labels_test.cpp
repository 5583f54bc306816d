// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/labels/labels.h"

#include <gmock/gmock.h>

namespace newsindex {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct TopicCase {
  std::string label;
  std::string id;
  std::string name;
};

class TopicOfLabel : public testing::TestWithParam<TopicCase> {};

TEST_P(TopicOfLabel, IsANodeOfTheTreeOrItsOwn) {
  const Topic topic = topic_of_label(GetParam().label);
  EXPECT_EQ(topic.id, GetParam().id);
  EXPECT_EQ(topic.name, GetParam().name);
  EXPECT_EQ(topic.confidence, 100);
  EXPECT_EQ(topic.origin, Origin::source);
}

const TopicCase kTopics[] = {
    {"politics", "medtop:11000000", "politics"},
    {"Politics", "medtop:11000000", "politics"},
    {"medtop:11000000", "medtop:11000000", "politics"},
    {"http://cv.iptc.org/newscodes/mediatopic/11000000", "medtop:11000000", "politics"},
    {"national_security", "medtop:20000604", "national security"},
    {"civil-rights", "medtop:20000120", "civil rights"},
    {"cocoa", "label:cocoa", "cocoa"},
    {"polit", "label:polit", "polit"},
    {"99999999", "label:99999999", "99999999"},
};
INSTANTIATE_TEST_SUITE_P(Labels, TopicOfLabel, testing::ValuesIn(kTopics));

struct EntityCase {
  EntityType type;
  std::string label;
  std::string name;
  std::vector<std::string> aliases;
};

class EntityOfLabel : public testing::TestWithParam<EntityCase> {};

TEST_P(EntityOfLabel, HasAReadableName) {
  const Entity entity = entity_of_label(GetParam().type, GetParam().label);
  EXPECT_EQ(entity.name, GetParam().name);
  EXPECT_EQ(entity.aliases, GetParam().aliases);
  EXPECT_EQ(entity.type, GetParam().type);
  EXPECT_EQ(entity.salience, 100);
}

const EntityCase kEntities[] = {
    {EntityType::place, "el-salvador", "El Salvador", {"el-salvador"}},
    {EntityType::place, "west-germany", "West Germany", {"west-germany"}},
    {EntityType::place, "usa", "USA", {}},
    {EntityType::place, "iran", "Iran", {}},
    {EntityType::place, "us-virgin-islands", "US Virgin Islands", {"us-virgin-islands"}},
    {EntityType::person, "james-miller", "James Miller", {"james-miller"}},
    {EntityType::person, "reagan", "Reagan", {}},
    {EntityType::person, "de-larosiere", "de Larosiere", {"de-larosiere"}},
    {EntityType::organisation, "ec", "EC", {}},
    {EntityType::organisation, "opec", "OPEC", {}},
    {EntityType::organisation, "comecon", "Comecon", {}},
    {EntityType::organisation, "ico-coffee", "ICO Coffee", {"ico-coffee"}},
    {EntityType::person, "Qin Gang", "Qin Gang", {}},
    {EntityType::place, "Côte d'Ivoire", "Côte d'Ivoire", {}},
};
INSTANTIATE_TEST_SUITE_P(Labels, EntityOfLabel, testing::ValuesIn(kEntities));

TEST(AddEntity, TheSameEntityAgainOnlyAddsItsAliases) {
  std::vector<Entity> entities;
  add_entity(entities, {EntityType::place, "Japan", {"Nippon"}, 100, Origin::source, {}});
  add_entity(entities, {EntityType::place, "Japan", {"Nippon", "Nihon"}, 100, Origin::source, {}});
  add_entity(entities, {EntityType::organisation, "Japan", {}, 100, Origin::source, {}});
  ASSERT_EQ(entities.size(), 2u);
  EXPECT_THAT(entities[0].aliases, ElementsAre("Nippon", "Nihon"));
  EXPECT_THAT(entities[1].aliases, IsEmpty());
}

TEST(AddTopic, TheSameTopicCountsOnce) {
  std::vector<Topic> topics;
  add_topic(topics, topic_of_label("politics"));
  add_topic(topics, topic_of_label("Politics"));
  EXPECT_EQ(topics.size(), 1u);
}

}  // namespace
}  // namespace newsindex
