// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/text/stemmer.h"

#include <gtest/gtest.h>

namespace newsindex {
namespace {

TEST(Stemmer, StemsByTheLanguage) {
  Stemmer english("en");
  EXPECT_EQ(english.stem("ministers"), english.stem("minister"));
  Stemmer german("de");
  EXPECT_EQ(german.stem("überschwemmungen"), german.stem("überschwemmung"));
}

TEST(Stemmer, LeavesLanguagesWithoutAStemmerAlone) {
  EXPECT_FALSE(has_stemmer("ja"));
  EXPECT_FALSE(has_stemmer(""));
  EXPECT_EQ(Stemmer("ja").stem("ministers"), "ministers");
}

TEST(Stemmer, LeavesNumbersAndSignsAlone) {
  Stemmer english("en");
  for (const char* word : {"1234.5", "at&t", "b2bs", "1990s"}) EXPECT_EQ(english.stem(word), word);
}

TEST(Stemmer, KnowsEveryLanguageItClaims) {
  for (const char* language :
       {"ar", "ca", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id",
        "it", "lt", "nb", "ne", "nl", "nn", "no", "pt", "ro", "ru", "sv", "ta", "tr"}) {
    EXPECT_TRUE(has_stemmer(language)) << language;
    EXPECT_FALSE(Stemmer(language).stem("wort").empty()) << language;
  }
}

}  // namespace
}  // namespace newsindex
