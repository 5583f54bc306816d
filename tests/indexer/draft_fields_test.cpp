// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/fields/draft_fields.h"

#include <gmock/gmock.h>

#include "indexer/extract/understand.h"

namespace newsindex {
namespace {

using testing::ElementsAre;

TEST(DraftFields, KeepTheFirstValue) {
  Draft draft;
  set_title(draft, "N/A");
  set_title(draft, "  Salt &amp; <b>tea</b>\n in the hills ");
  set_title(draft, "Another");
  EXPECT_EQ(draft.article.title, "Salt & tea in the hills");
  set_version(draft, "1.0");
  set_version(draft, " 3 ");
  set_version(draft, "4");
  EXPECT_EQ(draft.article.version, 3u);
}

TEST(DraftFields, TakeNoValueTwiceIntoAList) {
  Draft draft;
  add_keywords(draft, "tea; salt;;null; tea", ";");
  add_keyword(draft, "salt, fine");
  EXPECT_THAT(draft.article.keywords, ElementsAre("tea", "salt", "salt, fine"));
}

TEST(DraftFields, AreFilledWhereThereAreNone) {
  Draft draft;
  set_title(draft, "Outer");
  add_entity(draft, EntityType::place, "Bern");
  Draft inner;
  set_title(inner, "Inner");
  set_body(inner, "It rained.");
  add_byline(inner, "By Ann Lee");
  add_entity(inner, EntityType::place, "Oslo");
  add_entity(inner, EntityType::person, "Bo Chan");
  fill_from(draft, std::move(inner));
  EXPECT_EQ(draft.article.title, "Outer");
  EXPECT_EQ(draft.article.body, "It rained.");
  EXPECT_THAT(draft.bylines, ElementsAre("By Ann Lee"));
  ASSERT_EQ(draft.article.entities.size(), 2u);
  EXPECT_EQ(draft.article.entities[1].name, "Bo Chan");
}

TEST(DraftFields, APlaceThatIsNamedIsNotWrittenTwice) {
  std::vector<Entity> entities;
  add_filing_place({"", "BERN, May 3 (AP) -", "Oslo"}, entities);
  add_filing_place({"Bern"}, entities);
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].name, "Bern");
  EXPECT_LT(entities[0].salience, 100);
}

Article understood(const std::string& xml, const UnderstandOptions& options = {}) {
  const auto result =
      understand({RecordFormat::xml, xml + "</item></channel></rss>", {"file", 0}}, options);
  const auto* understood = std::get_if<Understood>(&result);
  return understood == nullptr ? Article{} : understood->article;
}

constexpr const char* kItem =
    "<rss><channel><item><title>Rain</title><pubDate>2024-03-14</pubDate>"
    "<author>By Ann Lee and Bo Chan</author><description>It rained.</description>";

TEST(Understand, SplitsBylinesWithWhatTheyNameInEveryFormat) {
  EXPECT_THAT(understood(kItem).authors, ElementsAre("Ann Lee", "Bo Chan"));
}

TEST(Understand, AChangeBeforeThePublicationIsNone) {
  EXPECT_FALSE(understood(std::string(kItem) + "<updated>2024-03-13</updated>").modified);
  EXPECT_TRUE(understood(std::string(kItem) + "<updated>2024-03-15</updated>").modified);
}

// The clock is not read: the day of the run is an option.
TEST(Understand, NoArticleIsOfALaterDayThanTheRun) {
  UnderstandOptions options;
  EXPECT_TRUE(understood(kItem, options).published);
  options.today = std::chrono::year{2024} / 3 / 13;  // it may be the next day in another zone
  EXPECT_TRUE(understood(kItem, options).published);
  options.today = std::chrono::year{2024} / 3 / 12;
  EXPECT_FALSE(understood(kItem, options).published);
}

}  // namespace
}  // namespace newsindex
