// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/archive/place.h"

#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;

class ArchivePlace : public ::testing::Test {
 protected:
  ExitCode code_for(const std::string& name) {
    try {
      require_place_for_archive(folder_.path() / name);
      return ExitCode::ok;
    } catch (const Error& error) {
      return error.code();
    }
  }
  TemporaryFolder folder_;
};

TEST_F(ArchivePlace, IsAFolderThatIsMissingOrEmptyOrAnArchive) {
  fs::create_directory(folder_.path() / "empty");
  folder_.write("stopped/lock", "1\n");
  folder_.write("stopped/archive.json.new", "");
  folder_.write("archive/archive.json", "{}");
  folder_.write("archive/notes.txt", "");
  for (const char* const name : {"missing", "missing/below", "empty", "stopped", "archive"})
    EXPECT_EQ(code_for(name), ExitCode::ok) << name;
}

TEST_F(ArchivePlace, IsNoFolderOfSomethingElse) {
  folder_.write("project/notes.txt", "");
  folder_.write("hidden/.git", "");
  fs::create_directories(folder_.path() / "odd/lock");
  folder_.write("file", "");
  for (const char* const name : {"project", "hidden", "odd", "file"})
    EXPECT_EQ(code_for(name), ExitCode::cannot_create) << name;
}

TEST_F(ArchivePlace, IsNoArchiveThatHasLostItsManifest) {
  folder_.write("damaged/segments/1-0/postlist.glass", "");
  folder_.write("damaged/lock", "");
  EXPECT_EQ(code_for("damaged"), ExitCode::internal);
}

TEST_F(ArchivePlace, AnArchiveIsKnownByItsManifestAndItsSegments) {
  folder_.write("damaged/archive.json", "");
  fs::create_directory(folder_.path() / "damaged/segments");
  folder_.write("news/archive.json", "{}");
  EXPECT_TRUE(looks_like_archive(folder_.path() / "damaged"));
  EXPECT_FALSE(looks_like_archive(folder_.path() / "news"));
}

}  // namespace
}  // namespace newsindex
