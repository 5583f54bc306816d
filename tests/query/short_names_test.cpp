// SPDX-License-Identifier: GPL-3.0-or-later
// Searches, counts and shown articles agree on whom a short name means.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "query/search/search.h"
#include "schema/query_language/filters.h"
#include "tests/query/archive_fixture.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

constexpr int kMarch = 2012 * 12 + 2;

Article about(const std::string& id, const std::string& person, const std::string& date,
              int salience = 60) {
  Article article = make_article(id, date, "Rain", "Rain fell.");
  article.entities = {{EntityType::person, person, {}, salience, Origin::model, {}}};
  return article;
}

// "Obama" is Barack Obama in March 2012 only. The second segment never has the whole name.
class ShortNamesTest : public ::testing::Test {
 protected:
  ShortNamesTest() {
    Bearers bearers;
    bearers.set("obama", {{{kMarch, kMarch}, "barack obama", "Barack Obama", 85}});
    Manifest manifest = read_manifest(archive_.path());
    manifest.tables[kBearersTable.name] = bearers.write(archive_.path(), manifest.revision);
    write_manifest(archive_.path(), manifest);
  }

  std::uint64_t count(const std::string& query) {
    Archive archive = archive_.open();
    return newsindex::count(archive, make_request(query)).total;
  }

  std::vector<std::string> people(const std::string& query) {
    Archive archive = archive_.open();
    const FacetAnswer answer = facets(archive, {make_request(query), {"person"}});
    std::vector<std::string> all;
    for (const FacetValue& value : answer.facets[0].values)
      all.push_back(value.name + "=" + std::to_string(value.articles));
    return all;
  }

  static Article both() {
    Article article = about("both", "Barack Obama", "2012-03-09");
    article.entities.push_back({EntityType::person, "Obama", {}, 40, Origin::model, {}});
    return article;
  }

  TestArchive archive_{
      {{about("full", "Barack Obama", "2012-03-01"), about("short", "Obama", "2012-03-02"),
        about("later", "Obama", "2013-03-02"), both()},
       {about("other", "Obama", "2012-03-05", 90), about("undated", "Obama", ""),
        about("year", "Obama", "2012")}}};
};

TEST_F(ShortNamesTest, APersonIsFoundByTheShortNameWhereItMeansThisOne) {
  EXPECT_EQ(count("person:\"Barack Obama\""), 4u);
  EXPECT_EQ(count("person:=\"Obama\""), 3u);
  EXPECT_EQ(count("person:=\"Obama\" OR person:\"Barack Obama\""), 7u);
  EXPECT_EQ(count("person:\"Barack Obama\" NOT person:=\"Obama\""), 4u);
  EXPECT_EQ(count("entity:\"Barack Obama\" date:2012-03-05..2012-03-09"), 2u);
}

TEST_F(ShortNamesTest, FacetsCountThemTogether) {
  EXPECT_THAT(people("rain"), ElementsAre("Barack Obama=4", "Obama=3"));
  EXPECT_THAT(people("person:\"Barack Obama\""), ElementsAre("Barack Obama=4"));
}

TEST_F(ShortNamesTest, EntitiesListsThemTogether) {
  Archive archive = archive_.open();
  std::vector<std::string> all;
  for (const KnownEntity& entity : entities(archive, {}).entities)
    all.push_back(entity.name + "=" + std::to_string(entity.articles));
  EXPECT_THAT(all, ElementsAre("Barack Obama=4", "Obama=3"));
}

TEST_F(ShortNamesTest, AHitHasTheWholeNameAndSaysWhereItIsFrom) {
  Archive archive = archive_.open();
  std::vector<std::string> found;
  for (const Hit& hit : search(archive, make_request("person:\"Barack Obama\"")).hits) {
    ASSERT_EQ(hit.article.entities.size(), 1u) << hit.article.id;
    const Entity& entity = hit.article.entities[0];
    EXPECT_EQ(entity.name, "Barack Obama");
    const bool is_short = entity.origin == Origin::archive;
    EXPECT_EQ(entity.bearer_confidence, is_short ? 85 : 0);
    found.push_back(hit.article.id + (is_short ? " as " + entity.found_as : ""));
  }
  EXPECT_THAT(found, UnorderedElementsAre("full", "short as Obama", "both", "other as Obama"));
}

}  // namespace
}  // namespace newsindex
