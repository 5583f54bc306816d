// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/entity_edits.h"

#include <gmock/gmock.h>

#include "schema/article_json.h"
#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

EntityEdits edits_of(const std::string& text) {
  const TemporaryFolder folder;
  return EntityEdits::read({folder.write("edits.tsv", text)});
}

Entity entity(EntityType type, std::string name, int salience = 50) {
  Entity entity;
  entity.type = type;
  entity.name = std::move(name);
  entity.salience = salience;
  entity.origin = Origin::model;
  return entity;
}

const auto kPerson = EntityType::person;
const auto kOrganisation = EntityType::organisation;
const auto kPlace = EntityType::place;

std::vector<Entity> edited(const std::string& edits, std::vector<Entity> entities) {
  Analyzer analyzer;
  apply_edits(edits_of(edits), entities, analyzer);
  return entities;
}

// "person Qin Gang (Qin)" for each entity, with its aliases.
std::vector<std::string> described(const std::vector<Entity>& entities) {
  std::vector<std::string> lines;
  for (const Entity& each : entities) {
    std::string line = std::string(to_string(each.type)) + " " + each.name;
    for (const std::string& alias : each.aliases) line += " (" + alias + ")";
    lines.push_back(std::move(line));
  }
  return lines;
}

TEST(EntityEdits, RenamesAndKeepsTheOldNameAsAnAlias) {
  EXPECT_THAT(described(edited("merge\tBurma\tMyanmar\n", {entity(kPlace, "BURMA")})),
              ElementsAre("place Myanmar (BURMA)"));
}

TEST(EntityEdits, JoinsMentionsAliasesAndTheHigherSalience) {
  Entity burma = entity(kPlace, "Burma", 90);
  burma.aliases = {"Pyidaungsu"};
  burma.mentions = {{MentionField::body, 0, 5}};
  burma.country = "MM";
  Entity myanmar = entity(kPlace, "Myanmar", 40);
  myanmar.mentions = {{MentionField::title, 3, 10}, {MentionField::body, 20, 27}};
  const auto entities = edited("merge\tBurma\tMyanmar\n", {burma, myanmar});
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].salience, 90);
  EXPECT_EQ(entities[0].country, "MM");
  EXPECT_THAT(entities[0].aliases, ElementsAre("Pyidaungsu", "Burma"));
  EXPECT_THAT(entities[0].mentions,
              ElementsAre(Mention{MentionField::title, 3, 10}, Mention{MentionField::body, 0, 5},
                          Mention{MentionField::body, 20, 27}));
}

TEST(EntityEdits, FollowsAChainOfMerges) {
  EXPECT_THAT(described(edited("merge\tEEC\tEC\nmerge\tEC\tEuropean Union\n",
                               {entity(kOrganisation, "EEC"), entity(kOrganisation, "EC")})),
              ElementsAre("organisation European Union (EEC) (EC)"));
}

TEST(EntityEdits, KillsWhatIsNoEntity) {
  EXPECT_THAT(edited("kill\tBreaking News\n", {entity(kOrganisation, "Breaking News")}), IsEmpty());
}

TEST(EntityEdits, KillsWhatWasMergedIntoAKilledName) {
  EXPECT_THAT(edited("merge\tA One\tB Two\nkill\tB Two\n", {entity(kPerson, "A One")}), IsEmpty());
}

TEST(EntityEdits, RetypesAndJoinsTheEntityOfTheNewType) {
  EXPECT_THAT(described(edited("retype\tKyodo\torganisation\n",
                               {entity(kPerson, "Kyodo"), entity(kOrganisation, "Kyodo")})),
              ElementsAre("organisation Kyodo"));
}

TEST(EntityEdits, TellEntitiesOfOneNameApartByAType) {
  const std::vector<Entity> both{entity(kPerson, "Washington"), entity(kPlace, "Washington")};
  EXPECT_THAT(described(edited("kill\tperson:Washington\n", both)),
              ElementsAre("place Washington"));
  EXPECT_THAT(described(edited("merge\tperson:Washington\tGeorge Washington\n", both)),
              ElementsAre("person George Washington (Washington)", "place Washington"));
  EXPECT_THAT(described(edited("merge\tperson:Washington\tplace:Washington\n", both)),
              ElementsAre("place Washington"));
}

TEST(EntityEdits, CanChangeOnlyTheSpelling) {
  EXPECT_THAT(described(edited("merge\tU.N.\tUN\n", {entity(kOrganisation, "U.N.")})),
              ElementsAre("organisation UN (U.N.)"));
}

TEST(EntityEdits, LeaveOtherEntitiesAlone) {
  const std::vector<Entity> others{entity(kPerson, "Qin Gang"), entity(kPlace, "Beijing")};
  EXPECT_EQ(edited("kill\tQin\nmerge\tGang\tX\nretype\tQin Gang Lu\tplace\n", others), others);
}

struct RefusalCase {
  std::string text;
  std::string reason;
};

class EntityEditsRefusal : public ::testing::TestWithParam<RefusalCase> {};

TEST_P(EntityEditsRefusal, NamesFileLineAndReason) {
  try {
    edits_of(GetParam().text);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::bad_data);
    EXPECT_THAT(error.what(), HasSubstr(GetParam().reason));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Lines, EntityEditsRefusal,
    ::testing::Values(RefusalCase{"kill\tA\nrename\tA\tB\n",
                                  "line 2: 'rename' is not merge, kill or retype"},
                      RefusalCase{"merge\tA\n", "line 1: a name is missing"},
                      RefusalCase{"kill\n", "line 1: a name is missing"},
                      RefusalCase{"retype\tA\tthing\n", "line 1: unknown type 'thing'"},
                      RefusalCase{"kill\tA\tB\n", "line 1: kill takes 1 columns, not 2"},
                      RefusalCase{"merge\tA\tB\n\nmerge\tB\tC\nmerge\tC\tA\n", "line 1, "},
                      RefusalCase{"merge\tA\tB\n\nmerge\tB\tA\n", "go round in a circle"}));

}  // namespace
}  // namespace newsindex
