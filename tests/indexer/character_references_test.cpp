// SPDX-License-Identifier: GPL-3.0-or-later
// References to characters, valid and invalid.
#include "indexer/extract/text/character_references.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/reading_fixture.h"

namespace newsindex {
namespace {

TEST(CharacterReferences, ThatNoCharacterHasAreReplaced) {
  EXPECT_EQ(decoded_references("a &#0; b &#xD800; c &#x110000; d &#99999999999999; e"),
            "a \uFFFD b \uFFFD c \uFFFD d \uFFFD e");
  EXPECT_EQ(decoded_references("&#233; &#xE9; &eacute; &#x1F600;"), "é é é 😀");
  EXPECT_EQ(decoded_references("&#; &#x; &#12a; &nothing; & A"), "&#; &#x; &#12a; &nothing; & A");
}

TEST(CharacterReferences, ThatNoCharacterHasAreMadeOnesOfText) {
  EXPECT_EQ(with_characters_only("<p>&#0;&amp;&#65;&#xDFFF;</p>"), "<p>\uFFFD&amp;&#65;\uFFFD</p>");
  EXPECT_EQ(with_characters_only(std::string("a\0b", 3)), "a\uFFFDb");
}

TEST(CharacterReferences, ThatNoCharacterHasLeaveTheRestOfAnArticle) {
  const std::string text = "One &#xD83D;&#xDE00; two &#0; three &#x110000; four.";
  const std::string right = "One \uFFFD\uFFFD two \uFFFD three \uFFFD four.";
  for (const std::string& file :
       {"<?xml version=\"1.0\"?><nitf><head><title>T</title></head><body><body.content><p>" + text +
            "</p></body.content></body></nitf>",
        "<rss><channel><item><title>T</title><description>" + text +
            "</description></item></channel></rss>",
        "<feed><entry><title>T</title><content type=\"html\">&lt;p>" + text +
            "&lt;/p></content></entry></feed>",
        "<newsItem guid=\"g\"><contentSet><inlineXML><nitf><body><body.content><p>" + text +
            "</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
        "<DOC><DOCNO>1</DOCNO><TEXT>" + text + "</TEXT></DOC>",
        "{\"title\":\"T\",\"body\":\"" + text + "\"}"}) {
    const Outcome outcome = read(file);
    ASSERT_EQ(outcome.articles.size(), 1u) << file;
    EXPECT_EQ(outcome.articles[0].body, right) << file;
  }
}

}  // namespace
}  // namespace newsindex
