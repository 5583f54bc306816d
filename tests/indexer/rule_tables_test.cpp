// SPDX-License-Identifier: GPL-3.0-or-later
// The tables of rules: each row can have an effect.
#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <ostream>
#include <set>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "indexer/extract/blocks/boilerplate_phrases.h"
#include "indexer/extract/dates/dates_names.h"
#include "indexer/extract/dates/midnights.h"
#include "indexer/extract/fields/json_fields.h"
#include "indexer/extract/labels/subject_codes.h"
#include "indexer/extract/markup/html_zones.h"
#include "indexer/extract/text/rule_table.h"
#include "indexer/extract/wire/sgml_collections.h"
#include "schema/language_names.h"

namespace newsindex {
namespace {

TEST(RuleTable, HasRowsOfColumnsBetweenTabs) {
  const auto rows = rule_rows<3>("# a remark\na\tb\tc d\n\n1\t\t3\n");
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0], (RuleRow<3>{"a", "b", "c d"}));
  EXPECT_EQ(rows[1], (RuleRow<3>{"1", "", "3"}));
}

TEST(RuleTable, RefusesALineOfAnotherShape) {
  EXPECT_THROW(rule_rows<3>("a\tb\n"), std::logic_error);
  EXPECT_THROW(rule_rows<3>("a\tb\tc\td\n"), std::logic_error);
}

bool is_language(std::string_view language) {
  return language == "mul" || (language.size() == 2 && language_code(language) == language);
}

// Of two rows for the same words at the same place, the second would never be used.
TEST(BoilerplatePhrases, StandOnceEach) {
  std::set<std::pair<PhrasePlace, std::string_view>> seen;
  for (const Phrase& phrase : boilerplate_phrases())
    EXPECT_TRUE(seen.emplace(phrase.place, phrase.words).second) << phrase.words;
}

// Blocks are folded: words with an apostrophe or a capital would never match.
TEST(BoilerplatePhrases, AreTheWordsOfABlock) {
  for (const Phrase& phrase : boilerplate_phrases())
    EXPECT_EQ(make_block(phrase.words).letters, phrase.words);
}

TEST(BoilerplatePhrases, HaveALanguage) {
  for (const Phrase& phrase : boilerplate_phrases())
    EXPECT_TRUE(is_language(phrase.language)) << phrase.language << ": " << phrase.words;
}

TEST(ClassNames, EachGiveTheirZone) {
  for (const ClassName& name : class_names()) {
    const auto tree = HtmlTree::parse("<div class='" + std::string(name.name) + "'>x</div>", 1, {});
    const auto& nodes = std::get<HtmlTree>(tree).nodes();
    const auto div = std::ranges::find(nodes, GUMBO_TAG_DIV, &HtmlNode::tag);
    EXPECT_EQ(zone_of(*div), name.zone) << name.name;
    EXPECT_TRUE(is_language(name.language)) << name.language << ": " << name.name;
  }
}

// A table whose rows have a kind, a language and words.
struct Table {
  const char* name;
  std::string_view rows;
};
void PrintTo(const Table& table, std::ostream* out) { *out << table.name; }

// clang-format off
constexpr auto kWordTables = std::to_array<Table>({
{"date-labels",
#include "date-labels.inc"
},
{"field-names",
#include "field-names.inc"
},
{"front-keys",
#include "front-keys.inc"
},
{"page-words",
#include "page-words.inc"
},
{"people-words",
#include "people-words.inc"
}});
// clang-format on

class WordTable : public testing::TestWithParam<Table> {};
INSTANTIATE_TEST_SUITE_P(Tables, WordTable, testing::ValuesIn(kWordTables));

TEST_P(WordTable, HasNoRowTwice) {
  std::set<std::pair<std::string_view, std::string_view>> seen;
  for (const auto& [kind, language, words] : rule_rows<3>(GetParam().rows))
    EXPECT_TRUE(seen.emplace(kind, words).second) << kind << ": " << words;
}

TEST_P(WordTable, HasALanguageInEachRow) {
  for (const auto& [kind, language, words] : rule_rows<3>(GetParam().rows))
    EXPECT_TRUE(is_language(language)) << language << ": " << words;
}

// Words are looked up in folded text. Labels of dates and names of fields are folded when they are
// loaded.
TEST_P(WordTable, IsFolded) {
  const std::string_view table = GetParam().name;
  if (table == "date-labels" || table == "field-names") return;
  for (const auto& [kind, language, words] : rule_rows<3>(GetParam().rows))
    EXPECT_EQ(folded_name(words), words) << kind;
}

// In kinds ending in "_part", a row "autor" makes a row "autore" needless.
TEST_P(WordTable, HasNoPartWithinAnother) {
  const auto rows = rule_rows<3>(GetParam().rows);
  for (const auto& [kind, language, words] : rows)
    for (const auto& [other_kind, other_language, other] : rows) {
      const bool parts = kind.ends_with("_part") && kind == other_kind && words != other;
      EXPECT_FALSE(parts && words.find(other) != words.npos)
          << kind << ": " << words << ", " << other;
    }
}

TEST(Midnights, AreOfOneZoneEachLanguage) {
  std::set<std::string_view> seen;
  for (const auto& [language, zone] : rule_rows<2>(
#include "midnights.inc"
           )) {
    EXPECT_TRUE(seen.insert(language).second) << language;
    EXPECT_TRUE(is_language(language) && language != "mul") << language;
    int moved = 0;
    for (int quarter = 0; quarter < 24 * 4; ++quarter) {
      Published moment;
      moment.day = std::chrono::sys_days(std::chrono::year(2022) / 11 / 6);
      moment.precision = Precision::minute;
      moment.second_of_day = quarter * 15 * 60;
      moment.utc_offset_minutes = 0;
      if (move_midnight(moment, language)) ++moved;
    }
    EXPECT_EQ(moved, 1) << language << ": " << zone;
  }
}

TEST(FieldNames, EachGiveTheirField) {
  std::map<std::string_view, JsonField> fields;
  std::set<std::pair<JsonField, int>> ranks;
  for (const auto& [field, language, name] : rule_rows<3>(kWordTables[1].rows)) {
    const auto found = json_field_named(name);
    ASSERT_TRUE(found) << name;
    EXPECT_EQ(found->rank >= kRankOfOtherLanguages, language != "en") << name;
    EXPECT_EQ(fields.emplace(field, found->field).first->second, found->field) << name;
    EXPECT_TRUE(ranks.emplace(found->field, found->rank).second) << "twice: " << name;
  }
  EXPECT_EQ(fields.size(), kJsonFields);
}

TEST(FrontKeys, AreEachOfOneField) {
  constexpr std::string_view kFrontKeys = kWordTables[2].rows;
  std::set<std::string_view> seen;
  for (const auto& [field, language, key] : rule_rows<3>(kFrontKeys))
    EXPECT_TRUE(seen.insert(key).second) << key;
}

// Tables that say what a name stands for, in any letter case.
// clang-format off
constexpr auto kNameTables = std::to_array<Table>({
{"entity-types",
#include "entity-types.inc"
},
{"ocr-roles",
#include "ocr-roles.inc"
},
{"sgml-elements",
#include "sgml-elements.inc"
}});
// clang-format on

class NamesOfFormats : public testing::TestWithParam<Table> {};
INSTANTIATE_TEST_SUITE_P(Tables, NamesOfFormats, testing::ValuesIn(kNameTables));

TEST_P(NamesOfFormats, HaveOneMeaningEach) {
  std::set<std::string> seen;
  for (const auto& [value, name] : rule_rows<2>(GetParam().rows))
    EXPECT_TRUE(seen.insert(folded_name(name)).second) << name;
}

TEST(SubjectCodes, AreMappedOnceEach) {
  std::set<std::string_view> seen;
  for (const auto& [subject, topic] : rule_rows<2>(
#include "subject-codes.inc"
           )) {
    EXPECT_TRUE(seen.insert(subject).second) << subject;
    const std::string code = std::string(8 - subject.size(), '0') + std::string(subject);
    EXPECT_TRUE(has_topic_of_its_own("subj:" + code)) << code;
    EXPECT_TRUE(topic_of_code("subj:" + code).ends_with(topic)) << code;
  }
}

TEST(MonthNames, AreThoseOfTheirLanguages) {
  for (const auto& [language, month, name] : rule_rows<3>(
#include "month-names.inc"
           )) {
    EXPECT_TRUE(is_language(language)) << language;
    EXPECT_EQ(month_named(name, language), std::stoi(std::string(month))) << name;
  }
}

TEST(SgmlCollections, AreKnownByTheirLetters) {
  for (const auto& [letters, source, digits] : rule_rows<3>(
#include "sgml-collections.inc"
           )) {
    const std::string day = digits == "yyyymmdd" ? "19980212"
                            : digits == "mmddyy" ? "021298"
                                                 : "980212";
    const SgmlOrigin origin = origin_of_id(std::string(letters) + day + "-0001");
    EXPECT_EQ(origin.source, source) << letters;
    EXPECT_EQ(origin.day.has_value(), digits != "-") << letters;
  }
}

}  // namespace
}  // namespace newsindex
