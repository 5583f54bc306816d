// SPDX-License-Identifier: GPL-3.0-or-later
// The bytes of a segment's files are the format of an archive. A change of these bytes changes what
// older archives mean: it needs a new kSchemaVersion, a line in schema/FORMAT.md, and new digests
// here.
#include <gtest/gtest.h>

#include "schema/digest.h"
#include "schema/document.h"
#include "schema/segment/deletions.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

// The schema version that the digests below were recorded with.
constexpr int kRecordedVersion = 5;

std::string digest_of(const std::filesystem::path& path) { return hex_digest(bytes_of_file(path)); }

// Every kind of field, two languages, a joined word, a text that is long enough for a sketch.
Article first_article() {
  Article article;
  article.id = "first";
  article.url = "https://example.org/first";
  article.title = "O'Brien and the ministers of Solveig";
  article.published = published_from_iso("2023-04-02T15:24:00");
  article.language = "en";
  article.source = "Daily Planet";
  article.section = {"World", "Asia"};
  article.authors = {"Jane Doe"};
  article.keywords = {"talks", "Talks"};
  article.lead = "They met before noon.";
  for (int i = 0; i < 60; ++i) {
    article.body += "Word";
    article.body += static_cast<char>('a' + i % 26);
    article.body += i % 11 == 10 ? ".\n\n" : " 12 ";
  }
  article.topics = {{"medtop:20000639", "diplomacy", 70, Origin::rule},
                    {"label:Summit", "Summit", 100, Origin::source}};
  article.entities = {
      {EntityType::organisation, "United Nations", {"UN"}, 40, Origin::authority, {}}};
  article.story = "355b0ebde6638374";
  return article;
}

Article second_article() {
  Article article;
  article.id = "second";
  article.title = "Hochwasser";
  article.language = "de";
  article.body = "Das Wasser steigt.";
  return article;
}

TEST(Format, BytesOfASegmentChangeOnlyWithTheSchemaVersion) {
  ASSERT_EQ(kSchemaVersion, kRecordedVersion) << "record the digests of the new version";
  const TemporaryFolder folder;
  DocumentBuilder builder;
  builder.begin_part();
  builder.build(first_article(), 7);
  builder.build(second_article(), 8);
  builder.write_part(folder.path());
  EXPECT_EQ(digest_of(folder.path() / "columns"), "a9f615ef321656716d1359e7f1f32c60");
  EXPECT_EQ(digest_of(folder.path() / "terms"), "35ce90bcc14a8f0d24a9f1babb0d3c3d");
  EXPECT_EQ(digest_of(folder.path() / "copies"), "9cdd0f1200f019756b7bdabad9831f89");
}

TEST(Format, BytesOfDeletionsChangeOnlyWithTheSchemaVersion) {
  ASSERT_EQ(kSchemaVersion, kRecordedVersion) << "record the digest of the new version";
  const TemporaryFolder folder;
  Deletions deletions;
  deletions.add(1);
  deletions.add(70);
  deletions.write(folder.path() / "deleted", 100);
  EXPECT_EQ(digest_of(folder.path() / "deleted"), "94a7d7fd93caec9440e97d94d3a8fba0");
}

TEST(Format, BytesOfAStoredArticleChangeOnlyWithTheSchemaVersion) {
  ASSERT_EQ(kSchemaVersion, kRecordedVersion) << "record the digest of the new version";
  EXPECT_EQ(hex_digest(encode_article(first_article())), "b14988c945748638f892e8c0fe1ffd8d");
}

TEST(Format, TermsAndValuesOfADocumentChangeOnlyWithTheSchemaVersion) {
  ASSERT_EQ(kSchemaVersion, kRecordedVersion) << "record the digest of the new version";
  DocumentBuilder builder;
  const Xapian::Document document = builder.build(first_article(), 7);
  std::string all;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    all += *term + " " + std::to_string(term.get_wdf()) + "\n";
  for (auto value = document.values_begin(); value != document.values_end(); ++value)
    all += std::to_string(value.get_valueno()) + " " + *value + "\n";
  EXPECT_EQ(hex_digest(all), "fb0b6ca5c5aaf7bf1cd626029761073d");
}

}  // namespace
}  // namespace newsindex
