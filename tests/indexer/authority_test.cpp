// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/lists/authority.h"

#include <gmock/gmock.h>

#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Authority authority_of(const std::string& text) {
  const TemporaryFolder folder;
  return Authority::read({folder.write("names.tsv", text)});
}

std::string refusal(const std::string& text) {
  try {
    authority_of(text);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::bad_data);
    return error.what();
  }
  return "(none)";
}

struct Texts {
  std::string title;
  std::string body;
  std::optional<int> year{};
};

std::vector<Entity> entities_in(const Authority& authority, const Texts& texts) {
  Analyzer analyzer;
  std::vector<AuthorityHit> hits;
  bool has_running_text = false;
  const auto look = [&](MentionField field, const std::string& text) {
    const TextWords words(text, analyzer.analyze(text));
    authority.find(field, words, texts.year, hits);
    has_running_text |= words.letter_case == LetterCase::running;
  };
  look(MentionField::title, texts.title);
  look(MentionField::body, texts.body);
  return entities_named(authority, hits, has_running_text);
}

// "Name: [words] [words]" for every entity, with the words of its mentions.
std::vector<std::string> named(const std::string& list, const Texts& texts) {
  std::vector<std::string> all;
  for (const Entity& entity : entities_in(authority_of(list), texts)) {
    std::string line = entity.name + ":";
    for (const Mention& mention : entity.mentions) {
      const std::string& text = mention.field == MentionField::title ? texts.title : texts.body;
      line += " [" + text.substr(mention.start, mention.end - mention.start) + "]";
    }
    all.push_back(std::move(line));
  }
  return all;
}

std::vector<std::string> named_in_body(const std::string& list, const std::string& body) {
  return named(list, {"", body});
}

TEST(Authority, GivesNameTypeAliasesIdAndCountry) {
  const auto entities = entities_in(
      authority_of("name\ttype\taliases\tid\tcountry\n# a comment\n\n"
                   "Yoshimasa Hayashi\tperson\tHayashi | Hayashi Yoshimasa\tQ8049974\tJP\r\n"),
      {"", "Minister Hayashi spoke."});
  ASSERT_EQ(entities.size(), 1u);
  EXPECT_EQ(entities[0].name, "Yoshimasa Hayashi");
  EXPECT_EQ(entities[0].type, EntityType::person);
  EXPECT_THAT(entities[0].aliases, ElementsAre("Hayashi", "Hayashi Yoshimasa"));
  EXPECT_EQ(entities[0].id, "Q8049974");
  EXPECT_EQ(entities[0].country, "JP");
  EXPECT_EQ(entities[0].origin, Origin::authority);
}

TEST(Authority, ReadsTypesByTheirUsualNames) {
  for (const char* type : {"org", "Organization", "COMPANY", "organisation"})
    EXPECT_EQ(authority_of(std::string("Acme\t") + type).entry(0).type, EntityType::organisation);
  for (const char* type : {"gpe", "Location", "country", "city"})
    EXPECT_EQ(authority_of(std::string("Acme\t") + type).entry(0).type, EntityType::place);
}

struct RefusalCase {
  std::string text;
  std::string reason;
};

class AuthorityRefusal : public ::testing::TestWithParam<RefusalCase> {};

TEST_P(AuthorityRefusal, NamesFileLineAndReason) {
  const std::string sentence = refusal("Kyodo\torg\n" + GetParam().text + "\n");
  EXPECT_THAT(sentence, HasSubstr("names.tsv' line 2: "));
  EXPECT_THAT(sentence, HasSubstr(GetParam().reason));
}

INSTANTIATE_TEST_SUITE_P(
    Lines, AuthorityRefusal,
    ::testing::Values(RefusalCase{"Kyodo", "has one column"},
                      RefusalCase{"Kyodo\tagency", "unknown type 'agency'"},
                      RefusalCase{"\torg", "has no name"}, RefusalCase{"...\torg", "no letter"},
                      RefusalCase{"Kyodo\torg\t\t\tJapan", "country 'Japan' is not a code"},
                      RefusalCase{"Kyodo\torg\t\t\tJP\tmore", "has 6 columns"},
                      RefusalCase{"Ky\xff\torg", "not valid UTF-8"}));

TEST(Authority, IsMissingInputWhenThereIsNoFile) {
  try {
    Authority::read({"no-such-file.tsv"});
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::no_input);
    EXPECT_THAT(error.what(), HasSubstr("no-such-file.tsv"));
  }
}

struct FindCase {
  std::string about;
  std::string list;
  std::string body;
  std::vector<std::string> found;
};

class AuthorityFind : public ::testing::TestWithParam<FindCase> {};

TEST_P(AuthorityFind, InRunningText) {
  EXPECT_EQ(named_in_body(GetParam().list, GetParam().body), GetParam().found) << GetParam().about;
}

INSTANTIATE_TEST_SUITE_P(
    Names, AuthorityFind,
    ::testing::Values(FindCase{"the longest",
                               "New York\tplace\nNew York Times\torg\n",
                               "He told the New York Times in New York.",
                               {"New York Times: [New York Times]", "New York: [New York]"}},
                      FindCase{"the leftmost",
                               "Bank of England\torg\nEngland Rugby\torg\n",
                               "A Bank of England Rugby club.",
                               {"Bank of England: [Bank of England]"}},
                      FindCase{"a shorter name where the longer one fails",
                               "Green\tperson\nGreen Party\torg\n",
                               "Then Green party members left.",
                               {"Green: [Green]"}},
                      FindCase{"possessives",
                               "Yoshimasa Hayashi\tperson\tHayashi\n",
                               "It was Hayashi's and Hayashi\u2019s idea.",
                               {"Yoshimasa Hayashi: [Hayashi] [Hayashi]"}},
                      FindCase{"dots",
                               "United Nations\torg\tUN\n",
                               "The U.N. and the UN met.",
                               {"United Nations: [U.N.] [UN]"}},
                      FindCase{"accents",
                               "C\u00f4te d'Ivoire\tplace\n",
                               "In Cote d'Ivoire it rained.",
                               {"C\u00f4te d'Ivoire: [Cote d'Ivoire]"}},
                      FindCase{"hyphens",
                               "Al-Qaeda\torg\n",
                               "Of al-Qaeda, Al Qaeda and Alqaeda.",
                               {"Al-Qaeda: [al-Qaeda] [Al Qaeda] [Alqaeda]"}},
                      FindCase{"a name over a line end",
                               "Bank of Japan\torg\n",
                               "The Bank of\nJapan acted.",
                               {"Bank of Japan: [Bank of\nJapan]"}},
                      FindCase{"no ordinary word",
                               "Apple\torg\nWorld Health Organization\torg\tWHO\n",
                               "The man who ate an apple. Who did? An Apple phone, said WHO.",
                               {"Apple: [Apple]", "World Health Organization: [WHO]"}},
                      FindCase{"no ordinary words",
                               "Home Office\torg\n",
                               "My home office is small, the Home Office is not.",
                               {"Home Office: [Home Office]"}},
                      FindCase{"acronyms as the British write them",
                               "NATO\torg\n",
                               "In Brussels Nato agreed.",
                               {"NATO: [Nato]"}},
                      FindCase{"capitals inside",
                               "iPhone\torg\n",
                               "The iPhone and the IPHONE, no iphone.",
                               {"iPhone: [iPhone] [IPHONE]"}},
                      FindCase{"names of a list in small letters",
                               "bitcoin\torg\n",
                               "Bitcoin or bitcoin.",
                               {"bitcoin: [Bitcoin] [bitcoin]"}},
                      FindCase{"scripts without letter case",
                               "\u6771\u4eac\tplace\n",
                               "\u6771\u4eac \u3067\u4f1a\u8b70",
                               {"\u6771\u4eac: [\u6771\u4eac]"}},
                      FindCase{"whole words", "Iran\tplace\n", "Iranian and Tehran.", {}}));

TEST(Authority, CountsAWordOfATitleWhenTheBodyNamesTheSame) {
  const std::string list = "Theresa May\tperson\tMay\nApple\torg\n";
  EXPECT_THAT(named(list, {"MAY MEETS APPLE", "Theresa May spoke to reporters."}),
              ElementsAre("Theresa May: [MAY] [Theresa May]"));
  EXPECT_THAT(named(list, {"Voters May Turn Against Parties", "The voters are angry."}), IsEmpty());
}

TEST(Authority, FindsOnlyLongWordsWhereNoTextHasLetterCase) {
  const std::string list = "Iran\tplace\nJapan\tplace\nWHO\torg\nNew York\tplace\n";
  EXPECT_THAT(named(list, {"", "WHO SAYS JAPAN IS NEAR NEW YORK? IRAN AND OTHERS"}),
              ElementsAre("Japan: [JAPAN]", "New York: [NEW YORK]"));
  EXPECT_THAT(named(list, {"", "who says japan is near new york? iran and others"}),
              ElementsAre("Japan: [japan]", "New York: [new york]"));
}

TEST(Authority, GivesASharedNameToTheEntryThatTheArticleNamesInAnotherWay) {
  const std::string list =
      "Jordan\tplace\nMichael Jordan\tperson\tJordan\nNeil Jordan\tperson\tJordan\n";
  EXPECT_THAT(named_in_body(list, "Michael Jordan won. Later Jordan wept."),
              ElementsAre("Michael Jordan: [Michael Jordan] [Jordan]"));
  EXPECT_THAT(named_in_body(list, "He flew to Jordan."), ElementsAre("Jordan: [Jordan]"));
}

TEST(Authority, ReadsSeveralFilesAsOneList) {
  const TemporaryFolder folder;
  const Authority both =
      Authority::read({folder.write("a.tsv", "Kyodo\torg"),
                       folder.write("b.tsv", "\xEF\xBB\xBFname\ttype\nXinhua\torg")});
  EXPECT_EQ(both.size(), 2u);
  EXPECT_EQ(both.entry(1).name, "Xinhua");
}

TEST(Authority, KnowsAnAliasInItsYears) {
  const std::string list =
      "Ada Varga\tperson\tPresident Varga (2001-2008)|Minister Varga (1999)\n"
      "Bela Varga\tperson\tPresident Varga (2009-)\n";
  const auto named_in = [&](const std::string& body, std::optional<int> year) {
    return named(list, {"", body, year});
  };
  const std::string body = "In the evening President Varga spoke.";
  EXPECT_THAT(named_in(body, 2001), ElementsAre("Ada Varga: [President Varga]"));
  EXPECT_THAT(named_in(body, 2008), ElementsAre("Ada Varga: [President Varga]"));
  EXPECT_THAT(named_in(body, 2020), ElementsAre("Bela Varga: [President Varga]"));
  EXPECT_THAT(named_in(body, 2000), IsEmpty());
  EXPECT_THAT(named_in(body, std::nullopt), IsEmpty());
  EXPECT_THAT(named_in("In the evening Minister Varga spoke.", 1999),
              ElementsAre("Ada Varga: [Minister Varga]"));
}

TEST(Authority, TakesOtherBracketsForPartOfTheName) {
  EXPECT_THAT(named_in_body("Lantern Works\torganisation\tLantern Works (Hamar)\n",
                            "He left Lantern Works (Hamar) yesterday."),
              ElementsAre("Lantern Works: [Lantern Works (Hamar]"));
}

}  // namespace
}  // namespace newsindex
