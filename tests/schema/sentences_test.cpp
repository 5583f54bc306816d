// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace newsindex {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> sentences_of(std::string_view text, std::string_view language = "en") {
  SentenceStarts starts(language);
  std::vector<std::string> sentences;
  const std::vector<std::uint32_t> found = starts.find(text);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1] : text.size();
    sentences.emplace_back(text.substr(found[i], end - found[i]));
  }
  return sentences;
}

TEST(SentenceStarts, FindsSentences) {
  EXPECT_THAT(sentences_of("It rained. “Why?” she asked. He left!"),
              ElementsAre("It rained. ", "“Why?” she asked. ", "He left!"));
  EXPECT_THAT(sentences_of("外務大臣が会談した。会談は続く。", "ja"),
              ElementsAre("外務大臣が会談した。", "会談は続く。"));
  EXPECT_THAT(sentences_of("One line\nAnother"), ElementsAre("One line\n", "Another"));
  EXPECT_THAT(sentences_of(""), ElementsAre(""));
}

TEST(SentenceStarts, EndsNoSentenceBehindAnAbbreviation) {
  EXPECT_THAT(
      sentences_of(
          "Sen. John F. Kennedy met Mrs. Smith on Nov. 5 in Washington, D.C. Then he left."),
      ElementsAre(
          "Sen. John F. Kennedy met Mrs. Smith on Nov. 5 in Washington, D.C. Then he left."));
  EXPECT_THAT(sentences_of("It was No. 5. He said no. Then he left."),
              ElementsAre("It was No. 5. ", "He said no. ", "Then he left."));
}

TEST(SentenceStarts, TakesAnyBytes) {
  EXPECT_THAT(sentences_of("\xff\xfe. A\x80. B"), ::testing::Not(::testing::IsEmpty()));
}

}  // namespace
}  // namespace newsindex
