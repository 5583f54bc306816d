// SPDX-License-Identifier: GPL-3.0-or-later
// A language is a folder: an invented one is added, and faults in it are reported.
#include "indexer/enrich/languages/language_packs.h"

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/enrich/analysis_digest.h"
#include "indexer/enrich/enrich.h"
#include "indexer/enrich/languages/dictionary.h"
#include "schema/error.h"
#include "tests/paths.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::IsSupersetOf;
using ::testing::UnorderedElementsAre;

void write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

// The shipped models, and the folder of an invented language.
class LanguagePacksTest : public ::testing::Test {
 protected:
  LanguagePacksTest() {
    fs::create_directories(models_ / "languages");
    for (const fs::directory_entry& entry : fs::directory_iterator(kModels))
      if (entry.path().filename() != "languages") link(entry.path(), models_);
    for (const fs::directory_entry& entry : fs::directory_iterator(fs::path(kModels) / "languages"))
      link(entry.path(), models_ / "languages");
    fs::create_directory(pack());
    write(pack() / "words.tsv", "title\tprezo\nparticle\tzo\nabbreviation\tDx\n");
    write(pack() / "dictionary.tsv",
          "prezo\tpresident\nsagta\tsaid\nni\tin\nun\tthe\nda\tof\nkoloza\tgovernment\n");
    link(fs::path(kModels) / "languages/en/names.model", pack());
  }

  static void link(const fs::path& from, const fs::path& folder) {
    fs::create_symlink(fs::absolute(from), folder / from.filename());
  }
  fs::path pack() const { return models_ / "languages/xq"; }

  EnrichSettings settings() const {
    EnrichSettings settings;
    settings.models = models_;
    return settings;
  }

  std::string message() const {
    try {
      const LanguagePacks packs(models_);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ExitCode::config);
      return error.what();
    }
    return "no error";
  }

  TemporaryFolder folder_;
  fs::path models_ = folder_.path() / "models";
};

std::vector<std::string> names_of(const Article& article, EntityType type) {
  std::vector<std::string> names;
  for (const Entity& entity : article.entities)
    if (entity.type == type) names.push_back(entity.name);
  return names;
}

TEST_F(LanguagePacksTest, AFolderIsALanguage) {
  Article article;
  article.id = "a";
  article.language = "xq";
  article.body =
      "Un prezo da France , Prezo John Zo Smith , sagta ni London . Un koloza da Germany sagta ni "
      "Berlin .";
  const Article read = Enricher(settings()).enrich(article);
  EXPECT_THAT(names_of(read, EntityType::person), ElementsAre("John Zo Smith"));
  EXPECT_THAT(names_of(read, EntityType::place),
              UnorderedElementsAre("France", "London", "Germany", "Berlin"));
  EXPECT_EQ(read.analysis, Analysis::models);
  EXPECT_FALSE(read.topics.empty());
  article.language = "xy";
  EXPECT_EQ(Enricher(settings()).enrich(article).analysis, Analysis::lists);
}

TEST_F(LanguagePacksTest, ALongTextIsReadInItsOwnLanguageWhateverTheRecordSays) {
  Article article;
  article.id = "a";
  article.language = "en";
  for (int i = 0; i < 4; ++i)
    article.body +=
        "Der Mann hatte Glück, denn die Feuerwehr konnte das Haus noch rechtzeitig räumen, und die "
        "Bewohner kamen mit dem Schrecken davon.\n\n";
  const Article read = Enricher(settings()).enrich(article);
  EXPECT_THAT(read.entities, IsEmpty());
  EXPECT_EQ(read.language, "en");
}

TEST_F(LanguagePacksTest, TellFileAndLineOfWhatIsWrong) {
  write(pack() / "words.tsv", "title\tprezo\ntitel\tdoktor\n");
  EXPECT_THAT(message(), HasSubstr("xq/words.tsv, line 2: unknown kind of words 'titel'"));
  write(pack() / "words.tsv", "title\tprezo\n");
  write(pack() / "dictionary.tsv", "prezo\tpresident\nprezo\tprice\n");
  EXPECT_THAT(message(), HasSubstr("xq/dictionary.tsv, line 2: 'prezo' stands there twice"));
  write(pack() / "dictionary.tsv", "prezo\tpresident\n-o\tgood\n");
  EXPECT_THAT(message(), HasSubstr("line 2: '-o' is too short for an ending"));
  write(pack() / "dictionary.tsv", "prezo\tpresident\n");
  write(pack() / "title.tsv", "prezo\n");
  EXPECT_THAT(message(), HasSubstr("xq/title.tsv' is no file of a language"));
  fs::remove(pack() / "title.tsv");
  fs::remove(pack() / "names.model");
  write(pack() / "names.model", "weights");
  EXPECT_THAT(message(), HasSubstr("xq/names.model' is damaged"));
}

TEST_F(LanguagePacksTest, RefuseAFolderThatIsNoLanguage) {
  fs::create_directory(models_ / "languages/klingon");
  EXPECT_THAT(message(), HasSubstr("languages/klingon' is no folder of a language"));
}

TEST_F(LanguagePacksTest, ChangeTheDigestOfTheAnalysis) {
  const std::string before = analysis_digest(settings());
  write(pack() / "words.tsv", "title\tprezo prezino\n");
  EXPECT_NE(analysis_digest(settings()), before);
}

struct ShippedCase {
  const char* language;
  const char* body;
  std::vector<std::string> people;
  std::vector<std::string> places;
  std::vector<std::string> organisations;
  const char* topic;
  friend std::ostream& operator<<(std::ostream& out, const ShippedCase& row) {
    return out << row.language;
  }
};

class ShippedLanguage : public ::testing::TestWithParam<ShippedCase> {};

TEST_P(ShippedLanguage, HasNamesAndTopics) {
  EnrichSettings settings;
  settings.models = kModels;
  Article article;
  article.id = "a";
  article.language = GetParam().language;
  article.body = GetParam().body;
  const Article read = Enricher(settings).enrich(article);
  EXPECT_THAT(names_of(read, EntityType::person), IsSupersetOf(GetParam().people));
  EXPECT_THAT(names_of(read, EntityType::place), IsSupersetOf(GetParam().places));
  EXPECT_THAT(names_of(read, EntityType::organisation), IsSupersetOf(GetParam().organisations));
  ASSERT_FALSE(read.topics.empty());
  EXPECT_EQ(read.topics[0].name, GetParam().topic);
}

INSTANTIATE_TEST_SUITE_P(
    Of, ShippedLanguage,
    ::testing::Values(
        ShippedCase{
            "de",
            "Bundeskanzler Friedrich Keller sprach am Montag in Hamburg mit der Firma "
            "Siemens. Keller sagte, Deutschland brauche mehr Strom. Die Aktien der Firma stiegen "
            "an der Börse.",
            {"Friedrich Keller"},
            {"Hamburg", "Germany"},
            {"Siemens"},
            "economy, business and finance"},
        ShippedCase{"fr",
                    "Le président de la Bolivie, Evo Lamarque, a rencontré lundi à Lyon les "
                    "dirigeants du groupe Renault. Le parlement vote la loi avant l'élection.",
                    {"Evo Lamarque"},
                    {"Bolivia", "Lyon"},
                    {"Renault"},
                    "politics"},
        ShippedCase{"nl",
                    "Minister Jan Peeters heeft maandag in Brugge gezegd dat Philips een fabriek "
                    "bouwt in Duitsland. Het parlement stemt over de wet voor de verkiezing.",
                    {"Jan Peeters"},
                    {"Brugge", "Germany"},
                    {"Philips"},
                    "politics"},
        ShippedCase{"es",
                    "El ministro de Economía, Pedro Garrido, anunció ayer en Sevilla un acuerdo "
                    "con Telefónica y Alemania.",
                    {"Pedro Garrido"},
                    {"Sevilla", "Germany"},
                    {"Telefónica"},
                    "economy, business and finance"}),
    [](const auto& row) { return std::string(row.param.language); });

TEST(Dictionary, KnowsWordsByStemAndEnding) {
  const TemporaryFolder folder;
  write(folder.path() / "dictionary.tsv", "minister\tminister\nhaus\thouse\n-minister\tminister\n");
  const Dictionary dictionary(folder.path() / "dictionary.tsv", "de");
  EXPECT_EQ(dictionary.find("haus"), "house");
  EXPECT_EQ(dictionary.find("hauses"), "house");
  EXPECT_EQ(dictionary.find("außenminister"), "minister");
  EXPECT_EQ(dictionary.find("auto"), "");
}

}  // namespace
}  // namespace newsindex
