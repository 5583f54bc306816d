// SPDX-License-Identifier: GPL-3.0-or-later
// The stored article, the packed values and the terms of a document.
#include "schema/document.h"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/error.h"
#include "schema/packed.h"
#include "schema/segment/terms.h"
#include "schema/terms.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

Article full_article() {
  Article article;
  article.id = "20230402-17";
  article.url = "https://example.org/a";
  article.title = "Ministers meet";
  article.published = published_from_iso("2023-04-02T15:24:00");
  article.published->evidence = "Status: 04/02/2023 3:24 p.m";
  article.published->ambiguous = true;
  article.modified = published_from_iso("2023-04");
  article.language = "en";
  article.source = "Daily Planet";
  article.section = {"World", "Asia"};
  article.authors = {"Jane Doe", "John O'Brien"};
  article.lead = "They met.";
  article.body = std::string("They met.\n\nAgain\0and again.", 26);
  article.keywords = {"talks"};
  article.topics = {{"medtop:20000639", "diplomacy", 70, Origin::rule},
                    {"label:Summit", "Summit", 100, Origin::source}};
  article.entities = {{EntityType::organisation,
                       "United Nations",
                       {"UN", "U.N."},
                       40,
                       Origin::authority,
                       {{MentionField::title, 0, 4}, {MentionField::body, 100000, 100004}}}};
  article.fingerprint = 0xfedcba9876543210;
  article.origin = {"pages/a.txt", 12};
  return article;
}

std::set<std::string> terms_of(const Article& article) {
  const Xapian::Document document = DocumentBuilder().build(article);
  return {document.termlist_begin(), document.termlist_end()};
}

TEST(StoredArticle, ComesBackWhole) {
  EXPECT_EQ(decode_article(encode_article(full_article())), full_article());
  Article bare;
  bare.id = "x";
  EXPECT_EQ(decode_article(encode_article(bare)), bare);
}

TEST(StoredArticle, IsRefusedWhereverItIsCutShort) {
  const std::string stored = encode_article(full_article());
  int refused = 0;
  for (std::size_t size = 0; size < stored.size(); ++size) {
    try {
      EXPECT_NE(decode_article(stored.substr(0, size)), full_article());
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::internal);
      ++refused;
    }
  }
  EXPECT_GT(refused, 100);
}

TEST(ArticleDigest, ChangesWithTheArticleButNotWithItsPlace) {
  Article moved = full_article();
  moved.origin = {"elsewhere", 1};
  EXPECT_EQ(article_digest(moved), article_digest(full_article()));
  Article corrected = full_article();
  corrected.body += " ";
  EXPECT_NE(article_digest(corrected), article_digest(full_article()));
}

// The words, and the terms that find single articles, days and languages.
TEST(Document, HasTheTermsThatTheDatabaseNeeds) {
  EXPECT_THAT(terms_of(full_article()),
              IsSupersetOf({"Q20230402-17", "Uhttps://example.org/a", "minist", "Sminist", "again",
                            "Len", "Y2023", "M202304", "D20230402"}));
}

std::set<std::string> terms_of_file(const Article& article) {
  const TemporaryFolder folder;
  DocumentBuilder builder;
  builder.begin_part();
  builder.build(article);
  builder.write_part(folder.path());
  const Terms file(folder.path(), 1);
  std::set<std::string> terms;
  for (TermCursor cursor = file.begin(); cursor.next();) terms.insert(cursor.term());
  return terms;
}

TEST(Document, HasTheTermsOfItsFieldsInItsFileOfTerms) {
  EXPECT_THAT(terms_of_file(full_article()), IsSupersetOf({"minist",
                                                           "Sminist",
                                                           "again",
                                                           "Ajane",
                                                           "A=jane doe",
                                                           "Aobrien",
                                                           "G=daily planet",
                                                           "Gplanet",
                                                           "XSECasia",
                                                           "XSEC=world",
                                                           "Ktalks",
                                                           "Len",
                                                           "Y2023",
                                                           "M202304",
                                                           "D20230402",
                                                           "XTOP20000639/070",
                                                           "XTOP11000000/070",
                                                           "XTOPsummit/100",
                                                           "XORGunited nations/040",
                                                           "XAORGun/united nations"}));
}

TEST(Document, HasNoTermsOfNamesInTheDatabase) {
  EXPECT_THAT(terms_of(full_article()), Not(Contains("A=jane doe")));
  EXPECT_THAT(terms_of(full_article()), Not(Contains("XTOP20000639/070")));
}

TEST(Document, HasDateTermsAsPreciseAsTheDate) {
  Article article = full_article();
  article.published = published_from_iso("2023-04");
  EXPECT_THAT(terms_of(article), Contains("M202304"));
  EXPECT_THAT(terms_of(article), Not(Contains("D20230401")));
  article.published.reset();
  EXPECT_THAT(terms_of(article), Not(Contains("Y2023")));
}

TEST(Document, CountsATitleWordMoreOften) {
  Article article;
  article.id = "x";
  article.language = "en";
  article.title = "storm";
  article.body = "storm rain";
  const Xapian::Document document = DocumentBuilder().build(article);
  auto term = document.termlist_begin();
  term.skip_to("storm");
  EXPECT_EQ(term.get_wdf(), kTitleWeight + 1);
}

TEST(Document, KeepsFacetValuesInTheirSlots) {
  const Xapian::Document document = DocumentBuilder().build(full_article(), 9);
  EXPECT_THAT(unpack(document.get_value(4)), ElementsAre("World", "Asia"));
  EXPECT_THAT(unpack(document.get_value(6)), Contains("medtop:11000000"));
  EXPECT_THAT(unpack(document.get_value(6)), Contains("label:Summit"));
  EXPECT_THAT(unpack(document.get_value(8)), ElementsAre("United Nations"));
  EXPECT_EQ(document.get_value(kSequenceSlot), sequence_value(9));
}

TEST(Packed, ValuesComeBackAndDamageEndsTheList) {
  std::string packed;
  for (const std::string& value : {std::string(), std::string("a\0b", 3), std::string(300, 'x')})
    pack(packed, value);
  EXPECT_THAT(unpack(packed), ElementsAre("", std::string("a\0b", 3), std::string(300, 'x')));
  EXPECT_EQ(unpack(packed.substr(0, packed.size() - 1)).size(), 2u);
  std::string_view endless = "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff";
  std::uint64_t number = 0;
  EXPECT_FALSE(take_varint(endless, number));
}

TEST(Terms, StayWithinXapiansLimitAndApart) {
  const std::string long_id(5000, 'x');
  EXPECT_LE(id_term(long_id).size(), kMaxTermBytes);
  EXPECT_NE(id_term(long_id), id_term(long_id + "y"));
  EXPECT_LE(2 * id_term(std::string(200, '\0')).size(), 2 * kMaxTermBytes);
  EXPECT_LE(level_term(field("person"), std::string(400, 'x'), 100).size(), 245u);
  EXPECT_EQ(level_of_term(level_term(field("person"), "qin gang", 88)), 88);
}

TEST(OrderValue, SortsByTimeAndThenTellsArticlesApart) {
  const auto at = [](const char* text, const char* id) {
    return order_value(published_from_iso(text), id);
  };
  EXPECT_LT(order_value({}, "z"), at("1702-12-31", "a"));
  EXPECT_LT(at("1969-12-31", "a"), at("1970-01-01", "a"));
  EXPECT_LT(at("2023-04-02T15:24:00", "a"), at("2023-04-02T15:25:00", "a"));
  EXPECT_NE(at("2023-04-02", "a"), at("2023-04-02", "b"));
  EXPECT_EQ(unix_seconds_of_order_value(at("1970-01-02", "a")), 86400);
  EXPECT_FALSE(unix_seconds_of_order_value(order_value({}, "a")));
}

}  // namespace
}  // namespace newsindex
