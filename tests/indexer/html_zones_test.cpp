// SPDX-License-Identifier: GPL-3.0-or-later
// The class names of elements are believed only as far as the rest of the page confirms them.
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::string paragraph(const std::string& of) {
  return "<p>The " + of + " of the harbour was built in two summers, and the council paid for " +
         "most of it, as the minutes of that year show in some detail.</p>";
}

TEST(HtmlZones, APageThatIsMadeOfWidgetsIsNoSideColumn) {
  std::string html = "<html><body><h1>How the harbour was built</h1>";
  for (const char* of : {"pier", "crane", "lock", "basin", "tower", "quay"})
    html += "<div class=\"builder-widget\">" + paragraph(of) + "</div>";
  EXPECT_THAT(body_of(html + "</body></html>"),
              AllOf(HasSubstr("The pier of"), HasSubstr("The quay of")));
}

TEST(HtmlZones, AFewWidgetsBesideTheTextAreASideColumn) {
  std::string html = "<html><body><h1>How the harbour was built</h1><div>";
  for (const char* of : {"pier", "crane", "lock", "basin", "tower", "quay"}) html += paragraph(of);
  html += "</div><div class=\"widget\">" + paragraph("museum") + "</div></body></html>";
  EXPECT_THAT(body_of(html), AllOf(HasSubstr("The quay of"), Not(HasSubstr("museum"))));
}

TEST(HtmlZones, WhatHoldsTheArticleIsNotTheMenuThatItsNameSays) {
  std::string html = "<html><body><h1>How the harbour was built</h1><div>";
  for (const char* of : {"dock", "ferry", "fleet", "guild", "tram", "mole", "wharf", "mill", "inn",
                         "dam", "dyke", "canal", "shed", "ramp"})
    html += paragraph(of);
  html += "</div><div class=\"grid-toc\"><div class=\"article-body\">";
  for (const char* of : {"pier", "crane", "lock", "basin", "tower", "quay"}) html += paragraph(of);
  EXPECT_THAT(body_of(html + "</div></div></body></html>"), HasSubstr("The crane of"));
}

TEST(HtmlZones, APageThatIsHiddenUntilAScriptRunsIsRead) {
  std::string html = "<html><body><h1>How the harbour was built</h1>";
  for (const char* of : {"pier", "crane", "lock"})
    html += "<div hidden id=\"S:0\">" + paragraph(of) + "</div>";
  EXPECT_THAT(body_of(html + "</body></html>"), HasSubstr("The lock of"));
}

TEST(HtmlZones, HiddenTextBesideTheArticleIsLeftOut) {
  std::string html = "<html><body><h1>How the harbour was built</h1>";
  for (const char* of : {"pier", "crane", "lock"}) html += paragraph(of);
  html += "<div hidden>" + paragraph("museum") + "</div></body></html>";
  EXPECT_THAT(body_of(html), AllOf(HasSubstr("The lock of"), Not(HasSubstr("museum"))));
}

TEST(HtmlZones, APartThatIsFoldedUpIsRead) {
  std::string html = "<html><body><h1>How the harbour was built</h1>";
  for (const char* of : {"pier", "crane", "lock"}) html += paragraph(of);
  html += "<div role=\"region\" style=\"display:none\">" + paragraph("basin") + "</div>" +
          paragraph("tower") + "</body></html>";
  EXPECT_THAT(body_of(html), HasSubstr("The basin of"));
}

}  // namespace
}  // namespace newsindex
