// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/extract/layout/breadcrumb.h"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace newsindex {
namespace {

struct Case {
  const char* line;
  std::vector<std::string> sections;
};
void PrintTo(const Case& c, std::ostream* out) { *out << '"' << c.line << '"'; }

class Breadcrumb : public testing::TestWithParam<Case> {};
TEST_P(Breadcrumb, NamesItsSections) {
  EXPECT_EQ(breadcrumb_sections(GetParam().line, "Ferry runs again"), GetParam().sections);
}

INSTANTIATE_TEST_SUITE_P(Lines, Breadcrumb,
                         testing::Values(Case{"Home » World » Asia", {"World", "Asia"}},
                                         Case{"World » Asia » Ferry runs again", {"World", "Asia"}},
                                         Case{"World » Asia", {}},
                                         Case{"Startseite > Aktuell > Kultur", {"Kultur"}},
                                         Case{"Strona główna » Kraj", {"Kraj"}},
                                         Case{"トップ > ニュース > 国際", {"国際"}},
                                         Case{"홈 > 뉴스 > 정치", {"정치"}}));

TEST(TitleParts, KeepARangeWhole) {
  using Parts = std::vector<std::string_view>;
  EXPECT_EQ(title_parts("Report 14. - 20. January - Snow"),
            (Parts{"Report 14. - 20. January", "Snow"}));
  EXPECT_EQ(title_parts("Hafenstadt 2 – 1 Meridian | Sport"),
            (Parts{"Hafenstadt 2 – 1 Meridian", "Sport"}));
  EXPECT_EQ(title_parts("Budget 2026 | 24 hours"), (Parts{"Budget 2026", "24 hours"}));
  EXPECT_EQ(title_parts("Budget 2026 - "), (Parts{"Budget 2026", ""}));
}

}  // namespace
}  // namespace newsindex
