// SPDX-License-Identifier: GPL-3.0-or-later
// Issues of digitised newspapers: a METS file and the pages that it names.
#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/sources/issue_pages.h"
#include "indexer/write/update.h"
#include "schema/archive/archive.h"
#include "tests/indexer/reading_fixture.h"
#include "tests/paths.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

Outcome read_folder(const std::vector<std::string>& sources, ReadLimits limits = {}) {
  Outcome outcome;
  const auto refuse = [&](const Reject& reject) { outcome.rejects.push_back(reject.reason); };
  FoundFiles found = find_files(sources, {}, refuse);
  join_pages(found, {}, limits);
  for (const SourceFile& file : found.files)
    read_records(
        file, limits,
        [&](const Record& record) {
          auto understanding = understand(record, {});
          if (auto* understood = std::get_if<Understood>(&understanding))
            outcome.articles.push_back(std::move(understood->article));
          else
            refuse(std::get<Reject>(understanding));
          return true;
        },
        refuse);
  return outcome;
}

std::vector<std::string> bodies(const Outcome& outcome) {
  std::vector<std::string> found;
  for (const Article& article : outcome.articles) found.push_back(article.body);
  return found;
}

std::string page(const std::string& text) {
  return "<alto><Layout><Page ID=\"P\"><PrintSpace><TextBlock ID=\"B\"><TextLine><String "
         "CONTENT=\"" +
         text + "\"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>";
}

// The METS file of an issue with these files as its pages. `maps` may name articles in them.
std::string mets(const std::vector<std::string>& hrefs, const std::string& maps = {}) {
  std::string text = "<mets LABEL=\"The Sun, 1859-06-26\"><fileSec><fileGrp>";
  for (std::size_t i = 0; i < hrefs.size(); ++i)
    text += "<file ID=\"F" + std::to_string(i) + "\"><FLocat href=\"" + hrefs[i] + "\"/></file>";
  return text + "</fileGrp></fileSec>" + maps + "</mets>";
}

std::string articles(const std::string& divisions) {
  return "<structMap TYPE=\"LOGICAL\"><div TYPE=\"Newspaper\">" + divisions + "</div></structMap>";
}

std::string article(const std::string& id, const std::string& areas) {
  return "<div TYPE=\"ARTICLE\" ID=\"" + id + "\"><fptr>" + areas + "</fptr></div>";
}

std::string area(const std::string& file, const std::string& begin) {
  return "<area FILEID=\"" + file + "\" BETYPE=\"IDREF\" BEGIN=\"" + begin + "\"/>";
}

TEST(Issue, GivesAnArticleForEachUnitThatMetsNames) {
  const Outcome outcome = read_folder({std::string(kFixtures) + "/papers/gazette-1859"});
  ASSERT_THAT(outcome.rejects, IsEmpty());
  ASSERT_THAT(outcome.articles, SizeIs(3));
  const Article& pier = outcome.articles[0];
  EXPECT_EQ(pier.id, "gazette/1859-06-26/DIVL6");
  EXPECT_EQ(pier.title, "THE NEW PIER");
  EXPECT_EQ(pier.body,
            "A long debate\n\nIhe harbour board met and resolved to build it.\n\nThe pier.");
  EXPECT_EQ(to_iso(pier.published.value()), "1859-06-26");
  EXPECT_EQ(pier.published->evidence, "1859-06-26");
  EXPECT_EQ(pier.source, "The Harbour Gazette");
  EXPECT_EQ(pier.language, "en");
  EXPECT_THAT(pier.section, ElementsAre("Town and Port"));
  const Article& letter = outcome.articles[1];
  EXPECT_EQ(letter.title, "Lettre de Paris");
  EXPECT_EQ(letter.language, "fr");
  EXPECT_THAT(letter.authors, ElementsAre("Jeanne Martin"));
  const Article& advertisement = outcome.articles[2];
  EXPECT_EQ(advertisement.title, "");
  EXPECT_EQ(advertisement.body, "Best tea sold here.");
}

TEST(Issue, GivesItsPagesWhereNoArticleIsNamed) {
  const Outcome outcome = read_folder({std::string(kFixtures) + "/papers/sun-1910"});
  ASSERT_THAT(outcome.rejects, IsEmpty());
  ASSERT_THAT(outcome.articles, SizeIs(2));
  EXPECT_EQ(outcome.articles[0].title, "STORM WRECKS FERRY");
  EXPECT_EQ(outcome.articles[0].source, "The Morning Sun (Norport)");
  EXPECT_EQ(to_iso(outcome.articles[1].published.value()), "1910-01-01");
  EXPECT_EQ(outcome.articles[1].body, "Wheat is dearer.");
}

TEST(Issue, ALabelNamesTheNewspaperAndTheDay) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  const Outcome outcome = read_folder({folder.write("m.xml", mets({"1.xml"}))});
  ASSERT_THAT(outcome.articles, SizeIs(1));
  EXPECT_EQ(outcome.articles[0].source, "The Sun");
  EXPECT_EQ(outcome.articles[0].published->evidence, "1859-06-26");
}

TEST(Issue, FindsPagesThatTheUserDidNotName) {
  const TemporaryFolder folder;
  folder.write("text/p 1.xml", page("One."));
  folder.write("text/p2.xml", page("Two."));
  folder.write("tech.xml", "<tech/>");
  const std::string file = folder.write(
      "m.xml", mets({"file://./text/p%201.xml", ".\\text\\p2.xml", "tech.xml", "0001.tif"}));
  const Outcome outcome = read_folder({file});
  EXPECT_THAT(bodies(outcome), ElementsAre("One.", "Two."));
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

TEST(Issue, LeavesOutWhatCannotBeReadAndSaysWhich) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("2.xml", "<alto><Layout></alto>");
  folder.write("4.xml", page("Four."));
  fs::create_directory(folder.path() / "5.xml");
  folder.write("m.xml", mets({"1.xml", "2.xml", "3.xml", "4.xml", "5.xml"}));
  const Outcome outcome = read_folder({folder.path()});
  EXPECT_THAT(bodies(outcome), ElementsAre("One.", "Four."));
  EXPECT_THAT(outcome.rejects, ElementsAre(AllOf(HasSubstr("'2.xml'"), HasSubstr("not XML")),
                                           "its page '3.xml' is left out: no such file",
                                           "its page '5.xml' is left out: not a file"));
}

class Escapes : public ::testing::TestWithParam<std::string> {};

TEST_P(Escapes, AreNotFollowed) {
  const TemporaryFolder folder;
  folder.write("p.xml", page("Secret."));
  fs::create_directory(folder.path() / "in");
  fs::create_symlink(folder.path() / "p.xml", folder.path() / "in" / "link.xml");
  folder.write("in/1.xml", page("One."));
  std::string href = GetParam();
  if (const std::size_t at = href.find("HERE"); at != std::string::npos)
    href.replace(at, 4, folder.path().string());
  const Outcome outcome = read_folder({folder.write("in/m.xml", mets({href, "1.xml"}))});
  EXPECT_THAT(bodies(outcome), ElementsAre("One."));
  EXPECT_THAT(outcome.rejects, ElementsAre(HasSubstr("is left out")));
}

INSTANTIATE_TEST_SUITE_P(Issue, Escapes,
                         ::testing::Values("../p.xml", "a/../../p.xml", "%2e%2e/p.xml", "..\\p.xml",
                                           "HERE/p.xml", "file://HERE/p.xml",
                                           "file://localhostHERE/p.xml", "http://a.org/p.xml",
                                           "C:\\p.xml", "link.xml"));

TEST(Issue, ABlockCountsOnceInAUnit) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write(
      "m.xml",
      mets({"1.xml"}, articles(article("A", area("F0", "P") + area("F0", "B") + area("F0", "B")))));
  EXPECT_THAT(bodies(read_folder({folder.path()})), ElementsAre("One."));
}

TEST(Issue, PicturesWithoutWordsAndBlankPagesAreNoMistakes) {
  const TemporaryFolder folder;
  folder.write(
      "1.xml",
      "<alto><Layout><Page><PrintSpace><Illustration ID=\"I\"/></PrintSpace></Page></Layout>"
      "</alto>");
  folder.write("2.xml", "<alto><Layout><Page><PrintSpace/></Page></Layout></alto>");
  folder.write("3.xml", page("Three."));
  folder.write("m.xml",
               mets({"1.xml", "2.xml", "3.xml"}, articles("<div TYPE=\"ILLUSTRATION\"><fptr>" +
                                                          area("F0", "I") + "</fptr></div>")));
  const Outcome outcome = read_folder({folder.path()});
  EXPECT_THAT(bodies(outcome), ElementsAre("Three."));
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

TEST(Issue, APageInASectionIsAPage) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("2.xml", page("Two."));
  folder.write("m.xml", mets({"1.xml", "2.xml"},
                             "<structMap><div TYPE=\"np:issue\"><div TYPE=\"np:section\">"
                             "<div TYPE=\"np:page\"><fptr FILEID=\"F1\"/></div>"
                             "<div TYPE=\"np:page\"><fptr FILEID=\"F0\"/></div>"
                             "</div></div></structMap>"));
  EXPECT_THAT(bodies(read_folder({folder.path()})), ElementsAre("Two.", "One."));
}

TEST(Issue, WhatStandsInASectionBesideItsArticlesIsOne) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("2.xml", page("Two."));
  folder.write(
      "m.xml",
      mets({"1.xml", "2.xml"},
           articles("<div TYPE=\"SECTION\" LABEL=\"Port\"><div TYPE=\"BODY\"><fptr>" +
                    area("F0", "B") + "</fptr></div>" + article("A", area("F1", "B")) + "</div>")));
  const Outcome outcome = read_folder({folder.path()});
  EXPECT_THAT(bodies(outcome), ElementsAre("One.", "Two."));
  EXPECT_EQ(outcome.articles.at(0).title, "Port");
  EXPECT_THAT(outcome.articles.at(1).section, ElementsAre("Port"));
}

TEST(Issue, PointersIntoPicturesNameNoBlocks) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("m.xml", mets({"1.xml"}, articles(article("A",
                                                         "<area FILEID=\"F0\" SHAPE=\"RECT\" "
                                                         "COORDS=\"0,0,9,9\"/>"))));
  EXPECT_THAT(bodies(read_folder({folder.path()})), ElementsAre("One."));
}

TEST(Issue, GivesPagesWithoutArticlesBesideArticles) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("2.xml", page("Two."));
  folder.write("m.xml", mets({"1.xml", "2.xml"}, articles(article("A", area("F0", "B")))));
  EXPECT_THAT(bodies(read_folder({folder.path()})), ElementsAre("One.", "Two."));
}

TEST(Issue, ReadsPageXmlAndOtherEncodings) {
  const TemporaryFolder folder;
  folder.write("1.xml",
               "<PcGts><Page><TextRegion id=\"r\"><TextLine><TextEquiv><Unicode>One.</Unicode>"
               "</TextEquiv></TextLine></TextRegion></Page></PcGts>");
  folder.write("2.xml", "<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><alto><!--" +
                            std::string(70'000, ' ') + "-->" + page("\xB1").substr(6));
  folder.write("m.xml", mets({"1.xml", "2.xml"}, articles(article("A", area("F0", "r")))));
  EXPECT_THAT(bodies(read_folder({folder.path()})), ElementsAre("One.", "ą"));
}

TEST(Issue, LimitsHold) {
  const TemporaryFolder folder;
  folder.write("1.xml", page(std::string(5000, 'x')));
  std::string units;
  for (int i = 0; i < 100; ++i) units += article("A" + std::to_string(i), area("F0", "B"));
  const std::string file = folder.write("m.xml", mets({"1.xml"}, articles(units)));
  ReadLimits limits;
  limits.record_bytes = 4096;
  EXPECT_THAT(read_folder({file}, limits).rejects, ElementsAre(HasSubstr("longer than")));
  limits = {};
  limits.grace_bytes = 20'000;
  limits.expansion = 1;
  EXPECT_THAT(read_folder({file}, limits).rejects,
              ElementsAre(HasSubstr("expands to more than 1 times its size")));
  limits = {};
  limits.depth = 5;
  EXPECT_THAT(read_folder({file}, limits).rejects,
              ElementsAre(HasSubstr("nested more than 5 deep")));
}

TEST(Issue, DamagedMetsIsRejectedAndItsPagesAreRead) {
  const TemporaryFolder folder;
  folder.write("1.xml", page("One."));
  folder.write("m.xml", mets({"1.xml"}) + "</mets>");
  const Outcome outcome = read_folder({folder.path()});
  EXPECT_THAT(bodies(outcome), ElementsAre("One."));
  EXPECT_THAT(outcome.rejects, ElementsAre(HasSubstr("not XML")));
}

TEST(Issue, MetsOfOtherThingsIsRejected) {
  const TemporaryFolder folder;
  EXPECT_THAT(read_folder({folder.write("m.xml", mets({}))}).rejects,
              ElementsAre(HasSubstr("METS without pages")));
}

class IssueUpdate : public ::testing::Test {
 protected:
  IssueUpdate() {
    request_.archive = folder_.path() / "archive";
    request_.sources = {(folder_.path() / "in").string()};
    request_.run.threads = 2;
    folder_.write("in/alto/1.xml", page("One."));
  }

  RunReport update() { return update_archive(request_, {}); }

  void write_mets() {
    folder_.write("in/m.xml",
                  mets({"alto/1.xml", "alto/2.xml"},
                       articles(article("A", area("F0", "B")) + article("B", area("F1", "B")))));
  }

  std::vector<std::string> texts() const {
    std::vector<std::string> found;
    Archive archive(request_.archive);
    for (const OpenSegment* open : archive.segments())
      for (Docid docid = 1; docid <= open->segment().documents; ++docid)
        if (!open->deletions().contains(docid)) found.push_back(open->article(docid).body);
    std::sort(found.begin(), found.end());
    return found;
  }

  TemporaryFolder folder_;
  UpdateRequest request_;
};

TEST_F(IssueUpdate, ReadsAnIssueAgainWhenAPageHasChanged) {
  folder_.write("in/alto/2.xml", page("Two."));
  write_mets();
  EXPECT_EQ(update().added, 2u);
  EXPECT_EQ(update().sources_read, 0u);
  folder_.write("in/alto/2.xml", page("Two, corrected."));
  const RunReport report = update();
  EXPECT_EQ(report.replaced, 1u);
  EXPECT_EQ(report.added, 0u);
  EXPECT_THAT(texts(), ElementsAre("One.", "Two, corrected."));
  EXPECT_EQ(update().sources_read, 0u);
}

TEST_F(IssueUpdate, ReadsAnIssueAgainWhenAMissingPageHasCome) {
  write_mets();
  EXPECT_EQ(update().rejected, 1u);
  EXPECT_THAT(texts(), ElementsAre("One."));
  EXPECT_EQ(update().sources_read, 0u);
  folder_.write("in/alto/2.xml", page("Two."));
  EXPECT_EQ(update().rejected, 0u);
  EXPECT_THAT(texts(), ElementsAre("One.", "Two."));
}

TEST_F(IssueUpdate, AnIssueWhosePageIsOnlyTouchedIsAsItWas) {
  folder_.write("in/alto/2.xml", page("Two."));
  write_mets();
  update();
  fs::last_write_time(folder_.path() / "in/alto/2.xml", fs::file_time_type::clock::now());
  const RunReport report = update();
  EXPECT_EQ(report.sources_read, 0u);
  EXPECT_THAT(report.gone, IsEmpty());
}

TEST_F(IssueUpdate, PagesThatCameBeforeTheirIssueAreGone) {
  update();
  write_mets();
  request_.prune = true;
  EXPECT_EQ(update().pruned, 1u);
  EXPECT_THAT(texts(), ElementsAre("One."));
}

}  // namespace
}  // namespace newsindex
