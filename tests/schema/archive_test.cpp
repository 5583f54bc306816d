// SPDX-License-Identifier: GPL-3.0-or-later
// archive.json, and archives that are not as they should be.
#include "schema/archive/archive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "schema/archive/durable.h"
#include "schema/archive/location.h"
#include "schema/article_json.h"
#include "schema/document.h"
#include "schema/nearest_name.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

using ::testing::HasSubstr;

Manifest some_manifest() {
  using namespace std::chrono;
  Manifest manifest;
  manifest.uuid = "u";
  manifest.schema_version = kSchemaVersion;
  manifest.revision = 7;
  manifest.ingest_sequence = 99;
  manifest.segments = {
      {"7-0", 3, DayRange{year{2023} / April / 1, year{2023} / April / 7}, 1, {2, 5}},
      {"7-1", 2, {}, 2, {}}};
  manifest.retired = {"6-0"};
  manifest.languages = {{"en", 3}, {"", 1}};
  manifest.ledger = "sources-7.tsv";
  return manifest;
}

// The exit code and sentence of what `use` throws.
template <class Use>
std::pair<ExitCode, std::string> failure_of(Use&& use) {
  try {
    use();
  } catch (const Error& error) {
    return {error.code(), error.what()};
  }
  return {ExitCode::ok, ""};
}

TEST(Manifest, ComesBackAsItWasWritten) {
  const TemporaryFolder folder;
  write_manifest(folder.path(), some_manifest());
  const Manifest read = read_manifest(folder.path());
  EXPECT_EQ(read.segments, some_manifest().segments);
  EXPECT_EQ(read.languages, some_manifest().languages);
  EXPECT_EQ(read.retired, some_manifest().retired);
  EXPECT_EQ(read.revision, 7u);
  EXPECT_EQ(read.ingest_sequence, 99u);
  EXPECT_EQ(read.ledger, "sources-7.tsv");
  EXPECT_EQ(read.articles(), 5u);
}

TEST(Manifest, TellsWhatIsWrongWithAnArchive) {
  const TemporaryFolder folder;
  const auto code = [&] { return failure_of([&] { read_manifest(folder.path()); }); };
  EXPECT_EQ(code().first, ExitCode::no_input);
  EXPECT_THAT(code().second, HasSubstr(folder.path().string()));
  folder.write("archive.json",
               "{\"schema_version\": " + std::to_string(kSchemaVersion) + ", \"uuid\": ");
  EXPECT_EQ(code().first, ExitCode::internal);
  folder.write("archive.json", "{\"schema_version\": " + std::to_string(kSchemaVersion) + "}");
  EXPECT_EQ(code().first, ExitCode::internal);
  folder.write("archive.json", "{\"schema_version\": 999}");
  EXPECT_EQ(code().first, ExitCode::config);
  EXPECT_THAT(code().second, HasSubstr("use a newer newsindex"));
}

TEST(Manifest, RefusesSegmentsOutsideTheArchive) {
  const TemporaryFolder folder;
  Manifest manifest = some_manifest();
  manifest.segments[0].name = "../../elsewhere";
  write_manifest(folder.path(), manifest);
  EXPECT_EQ(failure_of([&] { read_manifest(folder.path()); }).first, ExitCode::internal);
}

TEST(Archive, NamesASegmentThatIsMissingOrDamaged) {
  const TemporaryFolder folder;
  write_manifest(folder.path(), some_manifest());
  const auto open = [&] { Archive(folder.path()).segments(); };
  EXPECT_EQ(failure_of(open).first, ExitCode::internal);
  EXPECT_THAT(failure_of(open).second, HasSubstr("7-0"));
  folder.write("segments/7-0/iamglass", "not a database");
  folder.write("segments/7-0/postlist.glass", "not a database");
  EXPECT_EQ(failure_of(open).first, ExitCode::internal);
}

// A reader that came between archive.json and a merge finds its segment gone, and starts again.
TEST(Archive, IsOpenedAgainWhenASegmentWasMergedAwayMeanwhile) {
  const TemporaryFolder folder;
  Manifest manifest = some_manifest();
  write_manifest(folder.path(), manifest);
  int attempts = 0;
  const std::size_t segments = with_archive(folder.path(), [&](Archive& archive) {
    if (++attempts == 1) {
      manifest.revision = 8;
      manifest.segments.clear();
      write_manifest(folder.path(), manifest);
    }
    return archive.segments().size();
  });
  EXPECT_EQ(attempts, 2);
  EXPECT_EQ(segments, 0u);
}

TEST(Archive, GivesUpWhenItKeepsChanging) {
  const TemporaryFolder folder;
  write_manifest(folder.path(), some_manifest());
  const auto failure = failure_of([&] {
    with_archive(folder.path(),
                 [](Archive&) -> int { throw Xapian::DatabaseModifiedError("again"); });
  });
  EXPECT_EQ(failure.first, ExitCode::try_again);
}

TEST(ReplaceFile, LeavesTheOldFileWhenTheNewCannotBeWritten) {
  const TemporaryFolder folder;
  const std::string path = folder.write("a", "old");
  replace_file(path, "new");
  std::ifstream in(path);
  std::string text;
  in >> text;
  EXPECT_EQ(text, "new");
  EXPECT_EQ(failure_of([&] { replace_file(folder.path() / "no/such/folder", "x"); }).first,
            ExitCode::cannot_create);
}

TEST(Location, TakesTheFlagThenTheEnvironmentThenTheConfiguration) {
  const TemporaryFolder folder;
  const std::string config =
      folder.write("newsindex/config.ini", "# mine\n[paths]\n archive = news \n");
  std::map<std::string, std::string> variables{{"XDG_CONFIG_HOME", folder.path().string()}};
  const Environment environment = [&](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
  EXPECT_EQ(resolve_archive("", environment), folder.path() / "newsindex" / "news");
  variables["NEWSINDEX_ARCHIVE"] = "/of/environment";
  EXPECT_EQ(resolve_archive("", environment), "/of/environment");
  EXPECT_EQ(resolve_archive("/of/flag", environment), "/of/flag");
  variables = {{"NEWSINDEX_CONFIG", "/no/such/file"}};
  EXPECT_EQ(failure_of([&] { resolve_archive("", environment); }).first, ExitCode::config);
  variables.clear();
  EXPECT_EQ(failure_of([&] { resolve_archive("", environment); }).first, ExitCode::usage);
}

TEST(ArticleJson, LeavesUnknownValuesOut) {
  Article article;
  article.id = "a";
  article.body = "Text.";
  article.origin = {"p", 1};
  EXPECT_EQ(json_line(to_json(article)),
            R"({"id":"a","body":"Text.","format":"newsindex article 1",)"
            R"("origin":{"path":"p","record":1}})");
}

TEST(ArticleJson, ReplacesWhatIsNotUtf8) {
  Article article;
  article.id = "a\xff";
  EXPECT_THAT(json_line(to_json(article)), HasSubstr("a\xEF\xBF\xBD"));
}

TEST(NearestName, IsWithinTwoEditsAndCaseDoesNotCount) {
  EXPECT_EQ(edit_distance("politics", "polotics"), 1u);
  EXPECT_EQ(edit_distance("ab", "ba"), 1u);
  EXPECT_EQ(nearest_name("Polotics", {"sport", "politics"}), "politics");
  EXPECT_EQ(nearest_name("po", {"sport", "politics"}), "");
}

}  // namespace
}  // namespace newsindex
