// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of news wires: IPTC 7901 and ANPA 1312.
#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/extract/understand.h"
#include "indexer/readers/bytes.h"
#include "indexer/readers/read_bytes.h"
#include "indexer/readers/reader.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string iptc(const std::string& above = "") {
  return "\x01"
         "nwa017 4 i 62  nordwire 0312\r\n\nSolme/bridge/\r\n\x02" +
         above +
         "Harbour bridge of Hafenstadt reopens on Monday\r\n"
         "By Jane Doe, nordwire =\r\n\n"
         "Hafenstadt (nordwire) - The harbour bridge reopens on Monday,\r\n"
         "the mayor said.\r\n\n"
         "   Repairs cost 48 million euros.\r\n\n"
         "# nordwire NOTEBOOK\r\n\nnot for publication\r\n\nnordwire jd mr\r\n\r\n"
         "\x03"
         "131137 GMT Okt 15\r\n\x7f\r\n\x04";
}

std::string anpa() {
  return "\x16\x16\x01"
         "W2870\x1f"
         "asian\nf i\x13\x11 BC-EU--Bridge     11-13 1049\n"
         "\x02^BC-EU--Hafenstadt Bridge,466<\n"
         "^Harbour bridge reopens<\n"
         "^AP Photo XNP101<\n"
         "^By JANE DOE and JOHN ROE=\n"
         "^Associated Press=\n"
         "\t   HAFENSTADT (AP) _ The ``steel bridge'' reopens; cars wait.\n"
         "\t   It took two years.\n"
         "^Traffic=\n"
         "\b;2021;2022\x10\n"
         "\bCars;31;29\x10\n"
         "\t   \x03"
         "AP-WF-11-13-13 1509GMT<\n\n\x0c\n\x04";
}

Article read(std::string bytes) {
  Record record;
  record.format = RecordFormat::wire;
  record.bytes = std::move(bytes);
  auto understanding = understand(record, {});
  const auto* understood = std::get_if<Understood>(&understanding);
  return understood == nullptr ? Article{} : understood->article;
}

TEST(Wire, ReadsIptc7901) {
  const Article article = read(iptc());
  EXPECT_EQ(article.title, "Harbour bridge of Hafenstadt reopens on Monday");
  EXPECT_EQ(article.body,
            "Hafenstadt (nordwire) - The harbour bridge reopens on Monday, the mayor said.\n\n"
            "Repairs cost 48 million euros.");
  EXPECT_EQ(article.lead, article.body.substr(0, article.body.find('\n')));
  EXPECT_THAT(article.authors, ElementsAre("Jane Doe"));
  EXPECT_THAT(article.keywords, ElementsAre("Solme", "bridge"));
  EXPECT_EQ(article.source, "nordwire");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2015-10-13T11:37:00Z");
  EXPECT_EQ(article.published->evidence, "131137 GMT Okt 15");
}

TEST(Wire, LeavesOutWhatALineIs) {
  EXPECT_EQ(read(iptc("REFILE\n1ST LEAD\n(Achtung)\n")).title,
            "Harbour bridge of Hafenstadt reopens on Monday");
}

TEST(Wire, ReadsAnpa1312) {
  const Article article = read(anpa());
  EXPECT_EQ(article.title, "Harbour bridge reopens");
  EXPECT_EQ(article.body,
            "HAFENSTADT (AP) – The “steel bridge” reopens; cars wait.\n\nIt took two years.\n\n"
            "Traffic\n\n2021 2022\n\nCars 31 29");
  EXPECT_THAT(article.authors, ElementsAre("JANE DOE", "JOHN ROE"));
  EXPECT_THAT(article.keywords, ElementsAre("Hafenstadt Bridge"));
  EXPECT_THAT(article.section, ElementsAre("International"));
  EXPECT_EQ(article.source, "AP");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso(*article.published), "2013-11-13T15:09:00Z");
}

TEST(Wire, KeepsTheHeadingsOfATableBelowTheByline) {
  std::string glance = anpa();
  const std::size_t byline = glance.find("^By JANE");
  const std::size_t text = glance.find("\t   HAFEN");
  glance.replace(byline, text - byline,
                 "^By The Nordic Press=\n^NORDIC LEAGUE=\n^East=\n\b^;W;L;GB\x10\n"
                 "\bSolme;9;2;3{\x10\n");
  EXPECT_THAT(
      read(glance).body,
      ::testing::StartsWith("NORDIC LEAGUE\n\nEast\n\nW L GB\n\nSolme 9 2 3½\n\nHAFENSTADT (AP)"));
}

TEST(Wire, ReadsOtherBytes) {
  std::string latin = iptc();
  latin.replace(latin.find("mayor"), 5, "M\xfcller");
  EXPECT_THAT(read(latin).body, ::testing::HasSubstr("the Müller said."));
}

TEST(Wire, RefusesAMessageWithoutText) {
  Record record;
  record.format = RecordFormat::wire;
  record.bytes = "\x01nwa017 4 i 62\x04";
  const auto understanding = understand(record, {});
  ASSERT_TRUE(std::holds_alternative<Reject>(understanding));
  EXPECT_EQ(std::get<Reject>(understanding).reason,
            "not a message of a news wire: no text begins in it");
}

TEST(Wire, HasADateOnlyWhereItIsOne) {
  std::string odd = iptc();
  odd.replace(odd.find("131137"), 6, "991137");
  EXPECT_FALSE(read(odd).published);
}

struct Split {
  std::vector<RecordFormat> formats;
  std::vector<std::string> rejects;
};

Split split(const std::string& bytes, std::size_t record_bytes = 1u << 20) {
  Split result;
  ReadLimits limits;
  limits.record_bytes = record_bytes;
  const std::function<bool(Record)> take = [&](const Record& record) {
    result.formats.push_back(record.format);
    return true;
  };
  const std::function<void(Reject)> reject = [&](const Reject& rejected) {
    result.rejects.push_back(rejected.reason);
  };
  const SourceFile file{"wire", bytes.size(), 0};
  RecordSink sink(file, limits, take, reject);
  MemoryBytes memory(bytes);
  read_bytes(memory, {0, "wire"}, sink);
  return result;
}

TEST(Wire, IsKnownByItsBytesAndCutIntoMessages) {
  EXPECT_THAT(split(iptc() + "\r\n" + anpa() + iptc()).formats,
              ElementsAre(RecordFormat::wire, RecordFormat::wire, RecordFormat::wire));
  EXPECT_THAT(split(iptc() + anpa().substr(0, 200)).formats, SizeIs(2));
}

TEST(Wire, PassesOverAMessageThatIsTooLong) {
  const std::string long_one = iptc() + "\x01\x02" + std::string(9000, 'a') + "\x04" + iptc();
  const Split result = split(long_one, 2000);
  EXPECT_THAT(result.formats, SizeIs(2));
  EXPECT_THAT(result.rejects, SizeIs(1));
}

}  // namespace
}  // namespace newsindex
