// SPDX-License-Identifier: GPL-3.0-or-later
// archive.json, and archives with faults.
#include "schema/archive/archive.h"

#include <cerrno>
#include <cstring>
#include <functional>
#include <new>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/resource.h>

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
  const DayRange april{year{2023} / April / 1, year{2023} / April / 7};
  manifest.segments = {
      {"7-0", 5, 3, april, 1, "7-0.deleted-7", {{"columns", 640, 1}, {"terms", 128, 1ull << 63}}},
      {"7-1", 2, 2, {}, 2, "", {}}};
  manifest.retired = {{"6-0", 2, 6}};
  manifest.languages = {{"en", 3}, {"", 1}};
  manifest.tables = {{"sources", "sources-7.tsv"}};
  return manifest;
}

// The exit code and message of the Error that `use` throws; ok if it throws none.
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
  EXPECT_EQ(read.table(kSourcesTable), "sources-7.tsv");
  EXPECT_EQ(read.table(kRemovalsTable), "");
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

TEST(Manifest, RefusesFilesOutsideTheArchive) {
  const TemporaryFolder folder;
  const auto refused = [&](const std::function<void(Manifest&)>& change) {
    Manifest manifest = some_manifest();
    change(manifest);
    write_manifest(folder.path(), manifest);
    return failure_of([&] { read_manifest(folder.path()); }).first == ExitCode::internal;
  };
  EXPECT_FALSE(refused([](Manifest&) {}));
  EXPECT_TRUE(refused([](Manifest& manifest) { manifest.segments[0].deletions = "../x"; }));
  EXPECT_TRUE(refused([](Manifest& manifest) { manifest.segments[0].files[0].name = "/etc/x"; }));
  EXPECT_TRUE(refused([](Manifest& manifest) { manifest.retired[0].name = ".."; }));
}

TEST(Manifest, RefusesASegmentWithMoreArticlesThanItHolds) {
  const TemporaryFolder folder;
  Manifest manifest = some_manifest();
  manifest.segments[0].articles = manifest.segments[0].documents + 1;
  write_manifest(folder.path(), manifest);
  EXPECT_EQ(failure_of([&] { read_manifest(folder.path()); }).first, ExitCode::internal);
}

TEST(Manifest, TellsHowAnOlderArchiveBecomesOneOfThisVersion) {
  const TemporaryFolder folder;
  folder.write("archive.json", "{\"schema_version\": 4}");
  const auto failure = failure_of([&] { read_manifest(folder.path()); });
  EXPECT_EQ(failure.first, ExitCode::config);
  EXPECT_THAT(failure.second, HasSubstr("newsindex rebuild --archive " + folder.path().string()));
}

// An archive of one segment whose files exist, but are not files of a segment.
void write_damaged_archive(const TemporaryFolder& folder) {
  Manifest manifest = some_manifest();
  manifest.segments = {{"7-1", 2, 2, {}, 2, "", {}}};
  write_manifest(folder.path(), manifest);
  for (const char* const name : {"xapian", "columns", "terms", "copies"})
    folder.write(std::string("segments/7-1/") + name, "not what it should be");
}

TEST(Archive, LeavesOutASegmentWhoseDeletionsAreMissing) {
  const TemporaryFolder folder;
  write_manifest(folder.path(), some_manifest());
  Archive archive(folder.path());
  for (const OpenSegment* segment : archive.segments()) EXPECT_NE(segment->segment().name, "7-0");
  ASSERT_FALSE(archive.left_out().empty());
  EXPECT_EQ(archive.left_out()[0].segment, "7-0");
}

TEST(Archive, AsksAgainWithoutASegmentThatTurnsOutToBeDamaged) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  std::vector<std::size_t> segments;
  const std::vector<LeftOut> left_out = with_archive(folder.path(), [&](Archive& archive) {
    segments.push_back(archive.segments().size());
    for (const OpenSegment* segment : archive.segments())
      on_segment(*segment, [segment] { segment->columns(); });
    return archive.left_out();
  });
  EXPECT_EQ(segments, (std::vector<std::size_t>{1, 0}));
  ASSERT_EQ(left_out.size(), 1u);
  EXPECT_EQ(left_out[0].segment, "7-1");
  EXPECT_THAT(left_out[0].why, HasSubstr("segments/7-1/columns"));
}

TEST(Archive, DoesNotTakeAnInterruptionForDamage) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  Archive archive(folder.path());
  const OpenSegment& segment = *archive.segments().at(0);
  const auto failure = failure_of([&] {
    on_segment(segment, []() -> int { throw Error(ExitCode::interrupted, "interrupted"); });
  });
  EXPECT_EQ(failure.first, ExitCode::interrupted);
  EXPECT_EQ(segment.damage(), "");
}

#ifdef __SANITIZE_ADDRESS__
#define NEEDS_NO_DESCRIPTORS() GTEST_SKIP() << "the sanitizer looks at objects through a pipe"
#else
#define NEEDS_NO_DESCRIPTORS()
#endif

// While an object of this class lives, no file can be opened.
class NoDescriptors {
 public:
  NoDescriptors() {
    ::getrlimit(RLIMIT_NOFILE, &before_);
    const rlimit none{0, before_.rlim_max};
    ::setrlimit(RLIMIT_NOFILE, &none);
  }
  ~NoDescriptors() { ::setrlimit(RLIMIT_NOFILE, &before_); }
  NoDescriptors(const NoDescriptors&) = delete;
  NoDescriptors& operator=(const NoDescriptors&) = delete;

 private:
  rlimit before_{};
};

TEST(Archive, TakesNoLackOfDescriptorsForDamage) {
  NEEDS_NO_DESCRIPTORS();
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  Archive archive(folder.path());
  const OpenSegment& segment = *archive.segments().at(0);
  const auto failure = failure_of([&] {
    const NoDescriptors none;
    on_segment(segment, [&] { segment.columns(); });
  });
  EXPECT_EQ(failure.first, ExitCode::io);
  EXPECT_THAT(failure.second, HasSubstr("Too many open files"));
  EXPECT_EQ(segment.damage(), "");
}

TEST(Archive, TakesNoLackOfDescriptorsForDamagedDeletions) {
  NEEDS_NO_DESCRIPTORS();
  const TemporaryFolder folder;
  Manifest manifest = some_manifest();
  manifest.segments[0].files.clear();
  write_manifest(folder.path(), manifest);
  make_readers_file(folder.path());
  Archive archive(folder.path());
  const NoDescriptors none;
  EXPECT_EQ(failure_of([&] { archive.segments(); }).first, ExitCode::io);
}

TEST(Archive, TellsDamageFromWhatIsOfTheMachine) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  const auto code = [&](const auto& thrown) {
    Archive archive(folder.path());
    const OpenSegment& segment = *archive.segments().at(0);
    const auto failure = failure_of([&] { on_segment(segment, [&]() -> int { throw thrown; }); });
    EXPECT_EQ(segment.damage().empty(), failure.first != ExitCode::internal) << failure.second;
    return failure.first;
  };
  for (const int reason : {EIO, ENOENT, ENOTDIR, EISDIR, EUCLEAN, EBADMSG})
    EXPECT_EQ(code(cannot_read("x", reason)), ExitCode::internal) << std::strerror(reason);
  for (const int reason : {EACCES, EPERM, EMFILE, ENFILE, ENOSPC, EDQUOT})
    EXPECT_EQ(code(cannot_read("x", reason)), ExitCode::io) << std::strerror(reason);
  EXPECT_EQ(code(cannot_read("x", ENOMEM)), ExitCode::no_memory);
  EXPECT_EQ(code(Xapian::DatabaseCorruptError("x")), ExitCode::internal);
  EXPECT_EQ(code(Xapian::DatabaseModifiedError("x")), ExitCode::internal);
  EXPECT_EQ(code(Xapian::DatabaseError("x", EIO)), ExitCode::internal);
  EXPECT_EQ(code(Xapian::DatabaseOpeningError("x", ENOENT)), ExitCode::internal);
  EXPECT_EQ(code(Xapian::DatabaseOpeningError("x", EMFILE)), ExitCode::io);
  EXPECT_EQ(code(Xapian::DatabaseOpeningError("x", EACCES)), ExitCode::io);
  EXPECT_EQ(code(Xapian::DatabaseError("x", ENOMEM)), ExitCode::no_memory);
}

TEST(Archive, GivesUpNoSegmentForLackOfMemory) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  Archive archive(folder.path());
  const OpenSegment& segment = *archive.segments().at(0);
  EXPECT_THROW(on_segment(segment, []() -> int { throw std::bad_alloc(); }), std::bad_alloc);
  EXPECT_EQ(segment.damage(), "");
}

TEST(Archive, NamesTheFileOfASegmentThatIsDamaged) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  Archive archive(folder.path());
  const OpenSegment& segment = *archive.segments().at(0);
  const auto expect_damaged = [](const std::string& file, const auto& use) {
    const auto failure = failure_of(use);
    EXPECT_EQ(failure.first, ExitCode::internal) << file;
    EXPECT_THAT(failure.second, HasSubstr("segments/7-1/" + file));
  };
  expect_damaged("xapian", [&] { segment.database(); });
  expect_damaged("columns", [&] { segment.columns(); });
  expect_damaged("terms", [&] { segment.terms(); });
  expect_damaged("copies", [&] { segment.copies(); });
}

// Without the file of locks, nobody can see a reader. So a reader opens all that it may need at
// once.
TEST(Archive, OpensAllSegmentsAtOnceWhereThereAreNoLocks) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  EXPECT_EQ(Archive(folder.path()).left_out().size(), 1u) << "it was opened and is damaged";
  make_readers_file(folder.path());
  EXPECT_EQ(Archive(folder.path()).left_out().size(), 0u) << "nobody has looked yet";
}

TEST(Archive, HoldsItsRevisionUntilItIsClosed) {
  const TemporaryFolder folder;
  Manifest manifest = some_manifest();
  write_manifest(folder.path(), manifest);
  EXPECT_TRUE(is_being_read(folder.path(), 7, 7)) << "nobody can know";
  make_readers_file(folder.path());
  EXPECT_FALSE(is_being_read(folder.path(), 0, 99));
  {
    const Archive archive(folder.path());
    manifest.revision = 8;
    write_manifest(folder.path(), manifest);
    EXPECT_EQ(archive.manifest().revision, 7u);
    EXPECT_TRUE(is_being_read(folder.path(), 2, 7));
    EXPECT_FALSE(is_being_read(folder.path(), 2, 6));
    EXPECT_FALSE(is_being_read(folder.path(), 8, 8));
    const Archive newer(folder.path());
    EXPECT_TRUE(is_being_read(folder.path(), 8, 8));
  }
  EXPECT_FALSE(is_being_read(folder.path(), 0, 99));
}

TEST(Archive, TellsOfXapiansErrorsWhatIsToBeDone) {
  const TemporaryFolder folder;
  write_damaged_archive(folder);
  make_readers_file(folder.path());
  const auto failure = failure_of([&] {
    with_archive(folder.path(),
                 [](Archive&) -> int { throw Xapian::DatabaseModifiedError("again"); });
  });
  EXPECT_EQ(failure.first, ExitCode::try_again);
}

TEST(Archive, TellsALockFromWhatMayNotBeLocked) {
  const std::string reason = "Unable to get write lock on a: ";
  const Error locked = describe(Xapian::DatabaseLockError(reason + "already locked"), "'a'");
  EXPECT_EQ(locked.code(), ExitCode::try_again);
  const Error forbidden = describe(
      Xapian::DatabaseLockError(reason + "Couldn't open lockfile: Permission denied"), "'a'");
  EXPECT_EQ(forbidden.code(), ExitCode::io);
  EXPECT_THAT(forbidden.what(), HasSubstr("cannot write 'a'"));
  EXPECT_THAT(forbidden.what(), HasSubstr("Permission denied"));
  const Error unreadable = describe(Xapian::DatabaseOpeningError("Couldn't open", EACCES), "'a'");
  EXPECT_EQ(unreadable.code(), ExitCode::io);
  EXPECT_STREQ(unreadable.what(), "cannot read or write 'a': Permission denied");
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

TEST(Location, IsWhatWasNamedThenTheEnvironment) {
  std::map<std::string, std::string> variables{{"NEWSINDEX_ARCHIVE", "/of/environment"}};
  const Environment environment = [&](const std::string& name) {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
  EXPECT_EQ(resolve_archive("", environment), "/of/environment");
  EXPECT_EQ(resolve_archive("/of/flag", environment), "/of/flag");
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
