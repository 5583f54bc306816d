// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/people/byline.h"

#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsindex {
namespace {

using Names = std::vector<std::string>;

struct BylineCase {
  const char* line;
  Names names;
};
void PrintTo(const BylineCase& c, std::ostream* out) { *out << '"' << c.line << '"'; }

class Byline : public testing::TestWithParam<BylineCase> {};
TEST_P(Byline, NamesItsAuthors) { EXPECT_EQ(byline_authors(GetParam().line), GetParam().names); }

INSTANTIATE_TEST_SUITE_P(
    Lines, Byline,
    testing::Values(
        BylineCase{"By Jane Doe", {"Jane Doe"}}, BylineCase{"BY JANE DOE", {"JANE DOE"}},
        BylineCase{"By Jane Doe and John Roe, Staff Writers", {"Jane Doe", "John Roe"}},
        BylineCase{"By: Ludwig van Beek | 2 April 2023", {"Ludwig van Beek"}},
        BylineCase{"By Jane Doe, Brest", {"Jane Doe"}},
        BylineCase{"By Jane Doe ● December 23, 2025", {"Jane Doe"}},
        BylineCase{"Autorin/Autor Meike Brandt", {"Meike Brandt"}},
        BylineCase{"Contributors: Jane Doe", {"Jane Doe"}},
        BylineCase{"Written by Seán O'Hara", {"Seán O'Hara"}},
        BylineCase{"2 April 2023 by Jane Doe", {"Jane Doe"}},
        BylineCase{"2 April 2023 by Heiko", {"Heiko"}},
        BylineCase{"By Jane Doe On 12 December 2022", {"Jane Doe"}},
        BylineCase{"By Jane Doe Photo: Northern Post", {"Jane Doe"}},
        BylineCase{"Von Meike Brandt und Jörg von Salm", {"Meike Brandt", "Jörg von Salm"}},
        BylineCase{"Veröffentlicht am 2. April 2023 von Meike Brandt", {"Meike Brandt"}},
        BylineCase{"Autorin: Meike Brandt", {"Meike Brandt"}},
        BylineCase{"Par Claire Aubin et Luc Émond", {"Claire Aubin", "Luc Émond"}},
        BylineCase{"Por Lucía Ferrer Domingo | 12/08/2023 20:36", {"Lucía Ferrer Domingo"}},
        BylineCase{"Di Marco Bellini", {"Marco Bellini"}},
        BylineCase{"Door Anna de Wit", {"Anna de Wit"}}));

INSTANTIATE_TEST_SUITE_P(
    OtherLines, Byline,
    testing::Values(BylineCase{"", {}}, BylineCase{"By", {}},
                    BylineCase{"By Thursday evening the first crews want to vote.", {}},
                    BylineCase{"By Thursday, most of the crews had voted", {}},
                    BylineCase{"By the time the ship sank it was dark", {}},
                    BylineCase{"Von der Leyen trifft die Minister in Brüssel", {}},
                    BylineCase{"Par exemple, les prix ont doublé", {}},
                    BylineCase{"By 2030 all Trains Run on Time", {}}, BylineCase{"Jane Doe", {}},
                    BylineCase{"Minister stands by Jane's decision.", {}}));

class NameLine : public testing::TestWithParam<const char*> {};
TEST_P(NameLine, IsOne) { EXPECT_TRUE(is_name_line(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Lines, NameLine,
                         testing::Values("Jane Doe", "Jane Q. Doe", "Ludwig van Beek", "Jane Doe,",
                                         "Jane Doe und Max Roe", "Víctor Castellanos"));

class NoNameLine : public testing::TestWithParam<const char*> {};
TEST_P(NoNameLine, IsNone) { EXPECT_FALSE(is_name_line(GetParam())); }
INSTANTIATE_TEST_SUITE_P(Lines, NoNameLine,
                         testing::Values("", "Jane", "jane doe", "COLLECTED BY", "Keine Kommentare",
                                         "Social Media", "Read More", "Top 10", "The Harbour",
                                         "Ships wait in the bay", "社会 記事"));

TEST(NamesBesideADate, AreAuthorsWhenOnlyAMarkPartsThem) {
  EXPECT_EQ(names_beside_date("04.02.2022 | 15:33 Uhr | Dennis Stein"), Names{"Dennis Stein"});
  EXPECT_EQ(names_beside_date("Jane Doe · April 19, 2019"), Names{"Jane Doe"});
  EXPECT_EQ(names_beside_date("Jane Doe | Culture"), Names{});
  EXPECT_EQ(names_beside_date("The bridge was closed on April 19, 2019"), Names{});
}

TEST(BylineLabel, IsWhatStandsBeforeNames) {
  EXPECT_TRUE(is_byline_label("Written by"));
  EXPECT_TRUE(is_byline_label("Autorin:"));
  EXPECT_FALSE(is_byline_label("Reading time"));
}

TEST(BylineLabel, MayBeTheWordForAnAuthor) {
  EXPECT_TRUE(begins_with_author_label("Autorin/Autor Meike Brandt"));
  EXPECT_TRUE(begins_with_author_label("Author: Jane Doe"));
  EXPECT_FALSE(begins_with_author_label("By Jane Doe"));
}

TEST(BylineLabel, IsFollowedByWhoeverWrites) {
  EXPECT_EQ(after_byline_label("By the Post editors"), "the Post editors");
  EXPECT_EQ(after_byline_label("Autor: tram2man"), "tram2man");
  EXPECT_EQ(after_byline_label("The Post editors"), "");
}

}  // namespace
}  // namespace newsindex
