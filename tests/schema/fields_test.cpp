// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/fields.h"

#include <string>

#include <gtest/gtest.h>

#include "schema/article.h"
#include "schema/digest.h"
#include "schema/document.h"

namespace newsindex {
namespace {

TEST(Fields, AreFoundByNameAndByOtherNames) {
  EXPECT_EQ(find_field("lang"), find_field("language"));
  EXPECT_EQ(find_field("organisation"), find_field("org"));
  EXPECT_EQ(find_field("topik"), nullptr);
  for (const FieldAlias& alias : kFieldAliases)
    EXPECT_NE(find_field(alias.name), nullptr) << alias.alias;
}

TEST(Fields, SuggestTheNearestName) {
  EXPECT_EQ(nearest_field("topik"), "topic");
  EXPECT_EQ(nearest_field("tilte"), "title");
  EXPECT_EQ(nearest_field("organizatoin"), "organization");
  EXPECT_EQ(nearest_field("zebra"), "");
  EXPECT_EQ(nearest_field(""), "");
}

TEST(Fields, HaveASlotWhenTheyAreFacets) {
  for (const Field& each : kFields) EXPECT_TRUE(!each.facet || each.slot != kNoSlot) << each.name;
}

// Everything that archives on disk depend on. When this test fails, the new code cannot read
// archives of the old code: give kSchemaVersion the next number, describe the change in
// schema/FORMAT.md, and record the new digest here.
TEST(Format, DoesNotChangeWithoutANewSchemaVersion) {
  std::string all;
  for (const Field& each : kFields)
    all += std::string(each.name) + "|" + std::string(each.prefix) + "|" +
           std::to_string(static_cast<int>(each.matching)) + "|" + std::to_string(each.slot) + "\n";
  Article article;
  article.id = "i";
  article.url = "u";
  article.title = "A title";
  article.published = published_from_iso("2023-04-02T15:24:00+09:00");
  article.modified = published_from_iso("2023-05");
  article.language = "en";
  article.source = "Daily Planet";
  article.section = {"World", "Asia"};
  article.authors = {"Jane Doe"};
  article.lead = "Lead.";
  article.body =
      "Anti-missile tests off the coast of Japan began on Sunday, the ministry said. Ships of "
      "three "
      "countries take part, 12 of them for the first time, and stay until the end of May.";
  article.keywords = {"arms"};
  article.topics = {{"medtop:11000000", "politics", 90, Origin::model}};
  article.entities = {{EntityType::place,
                       "Japan",
                       {"JP"},
                       70,
                       Origin::rule,
                       {{MentionField::title, 0, 1}},
                       {{MentionField::body, 2, 3}},
                       "Q17",
                       "JP"}};
  article.analysis = Analysis::models;
  article.fingerprint = 7;
  article.origin = {"path", 3, "entry"};
  article.story = "0123456789abcdef";
  all += encode_article(article);
  const Xapian::Document document = DocumentBuilder().build(article, 5);
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    all += "\n" + *term + " " + std::to_string(term.get_wdf());
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    all += "\n" + std::to_string(value.get_valueno()) + "=" + *value;
  EXPECT_EQ(kSchemaVersion, 5);
  EXPECT_EQ(hex_digest(all), "5cdc6d5ca4f8c11b05a41d00e9ec6b9c");
}

}  // namespace
}  // namespace newsindex
