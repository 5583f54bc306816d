// SPDX-License-Identifier: GPL-3.0-or-later
// How a page of HTML is cut into paragraphs, and which short ones are kept.
#include "indexer/extract/markup/html_blocks.h"

#include <gmock/gmock.h>

#include "tests/indexer/html_fixture.h"

namespace newsindex {
namespace {

using ::testing::AnyOf;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(HtmlPage, KeepsShortAnswersBelowHeadingsOfTheirOwn) {
  const std::string text =
      "<p>The council of the harbour voted on Tuesday evening to repair the old wall.</p>"
      "<p>Engineers told the meeting that the work would take about eleven months.</p>";
  const std::string body =
      body_of("<main><article><div class=intro>" + text +
              "</div><div class=qa><h3>Will my pass be refunded?</h3><p>Yes, in full.</p></div>"
              "<div class=qa><h3>Read on</h3><p><a href=/a>Ferries return.</a></p></div>"
              "</article><div><h3>Elsewhere</h3><p>It rained.</p></div></main>");
  EXPECT_THAT(body, HasSubstr("Will my pass be refunded?\n\nYes, in full."));
  EXPECT_THAT(body, Not(AnyOf(HasSubstr("Ferries return"), HasSubstr("It rained"))));
}

TEST(HtmlPage, PartsElementsOfALineThatStyleSheetsPart) {
  const std::string first = "The council of the harbour voted on Tuesday evening for the new wall.";
  const std::string second = "Engineers told the meeting that the work would take eleven months.";
  const std::string both = first + "\n\n" + second;
  for (const std::string tag : {"span", "story-text", "b"})
    EXPECT_EQ(body_of("<article><" + tag + ">" + first + "</" + tag + "><" + tag + ">" + second +
                      "</" + tag + "></article>"),
              both)
        << tag;
  EXPECT_EQ(body_of("<article><span style='color: red; display: block'>" + first +
                    "</span> <span style='display:block'>" + second + "</span></article>"),
            both);
  // Elements of different kinds are kept apart within a paragraph, but not parts of one word.
  EXPECT_THAT(
      body_of("<article><p><b>Old Harbour</b><i>The council voted</i> on Tuesday evening "
              "for the <b>W</b><i>all</i> and the <b>inter-</b><b>city line</b>.</p></article>"),
      HasSubstr("Old Harbour The council voted on Tuesday evening for the Wall and the "
                "inter-city line."));
}

}  // namespace
}  // namespace newsindex
