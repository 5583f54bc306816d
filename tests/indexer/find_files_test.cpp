// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/sources/find_files.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class FindFiles : public testing::Test {
 protected:
  // Paths relative to the folder.
  std::vector<std::string> find(const std::vector<std::string>& sources) {
    std::vector<std::string> paths;
    found_ = find_files(sources, options_,
                        [this](Reject reject) { rejects_.push_back(std::move(reject)); });
    for (const SourceFile& file : found_.files)
      paths.push_back(file.path == "-" ? file.path
                                       : fs::path(file.path).lexically_relative(root()).string());
    return paths;
  }
  std::string root() const { return folder_.path().string(); }

  TemporaryFolder folder_;
  FindOptions options_;
  FoundFiles found_;
  std::vector<Reject> rejects_;
};

TEST_F(FindFiles, FoldersAreReadRecursivelyInOrderOfPath) {
  for (const char* name : {"b.txt", "a/z.txt", "a/b/c.txt", "c.txt"}) folder_.write(name, "x");
  EXPECT_THAT(find({root()}), ElementsAre("a/b/c.txt", "a/z.txt", "b.txt", "c.txt"));
}

TEST_F(FindFiles, SourcesKeepTheOrderInWhichTheyAreNamed) {
  const auto a = folder_.write("a.txt", "x");
  const auto b = folder_.write("b.txt", "x");
  EXPECT_THAT(find({b, "-", a}), ElementsAre("b.txt", "-", "a.txt"));
}

TEST_F(FindFiles, SizeAndTimeAreThoseOfTheFile) {
  const auto path = folder_.write("a.txt", "12345");
  find({path});
  const auto& files = found_.files;
  ASSERT_EQ(files.size(), 1u);
  struct stat status {};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(files[0].bytes, 5u);
  EXPECT_EQ(files[0].modified_ns, status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec);
}

TEST_F(FindFiles, HiddenFilesAndEditorBackupsAreLeftOut) {
  for (const char* name : {".hidden", ".git/config", "a.txt~", "#a.txt#", "a.txt"})
    folder_.write(name, "x");
  EXPECT_THAT(find({root()}), ElementsAre("a.txt"));
}

TEST_F(FindFiles, AHiddenFileThatIsNamedIsRead) {
  EXPECT_THAT(find({folder_.write(".hidden", "x")}), ElementsAre(".hidden"));
}

TEST_F(FindFiles, LinksInACircleAreFollowedOnce) {
  folder_.write("a/x.txt", "x");
  fs::create_directory_symlink(folder_.path(), folder_.path() / "a" / "up");
  EXPECT_THAT(find({root()}), ElementsAre("a/x.txt"));
  EXPECT_THAT(rejects_, IsEmpty());
}

TEST_F(FindFiles, NamesMayHoldLineEnds) {
  folder_.write("two\nlines.txt", "x");
  EXPECT_THAT(find({root()}), ElementsAre("two\nlines.txt"));
}

TEST_F(FindFiles, PipesInAFolderAreNotOpened) {
  ASSERT_EQ(::mkfifo((root() + "/pipe").c_str(), 0600), 0);
  folder_.write("a.txt", "x");
  EXPECT_THAT(find({root()}), ElementsAre("a.txt"));
  EXPECT_THAT(rejects_, IsEmpty());
}

TEST_F(FindFiles, APipeThatIsNamedIsRejected) {
  const std::string pipe = root() + "/pipe";
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THAT(find({pipe}), IsEmpty());
  ASSERT_EQ(rejects_.size(), 1u);
  EXPECT_THAT(rejects_[0].reason, HasSubstr("not a regular file"));
}

TEST_F(FindFiles, AMissingSourceIsRejectedAndTheRestGoesOn) {
  const auto there = folder_.write("a.txt", "x");
  EXPECT_THAT(find({root() + "/missing", there}), ElementsAre("a.txt"));
  ASSERT_EQ(rejects_.size(), 1u);
  EXPECT_EQ(rejects_[0].origin.path, root() + "/missing");
  EXPECT_EQ(rejects_[0].reason, "no such file or folder");
}

TEST_F(FindFiles, ABrokenLinkIsRejected) {
  fs::create_symlink("nowhere", folder_.path() / "link");
  EXPECT_THAT(find({root()}), IsEmpty());
  ASSERT_EQ(rejects_.size(), 1u);
  EXPECT_EQ(rejects_[0].reason, "no such file or folder");
}

TEST_F(FindFiles, AFolderWithoutPermissionIsRejected) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may read everything";
  folder_.write("closed/a.txt", "x");
  fs::permissions(folder_.path() / "closed", fs::perms::none);
  EXPECT_THAT(find({root()}), IsEmpty());
  fs::permissions(folder_.path() / "closed", fs::perms::owner_all);
  ASSERT_EQ(rejects_.size(), 1u);
  EXPECT_EQ(rejects_[0].reason, "cannot be read: Permission denied");
}

TEST_F(FindFiles, AFileIsOneSourceHoweverItsPathIsWritten) {
  const auto path = folder_.write("a/x.jsonl", "x");
  fs::create_symlink("a/x.jsonl", folder_.path() / "link");
  const auto relative = fs::relative(path).string();
  EXPECT_THAT(find({path, relative, root() + "/./a/../a/x.jsonl", root() + "/link", root()}),
              ElementsAre("a/x.jsonl"));
}

TEST_F(FindFiles, ALinkOutOfItsFolderIsNotFollowedUnlessAsked) {
  folder_.write("outside/secret.txt", "x");
  folder_.write("news/a.txt", "x");
  fs::create_symlink("../outside/secret.txt", folder_.path() / "news" / "file");
  fs::create_directory_symlink("../outside", folder_.path() / "news" / "folder");
  EXPECT_THAT(find({root() + "/news"}), ElementsAre("news/a.txt"));
  EXPECT_THAT(found_.links_left_out, ElementsAre(root() + "/news/file", root() + "/news/folder"));
  options_.follow_links = true;
  EXPECT_THAT(find({root() + "/news"}), ElementsAre("news/a.txt", "outside/secret.txt"));
  options_ = {.roots = {{"", folder_.path()}}};
  find({root() + "/news"});
  EXPECT_THAT(found_.links_left_out, IsEmpty()) << "it leads out of the folder, not of the root";
}

TEST_F(FindFiles, BelowARootAFileIsNamedByItsPathFromThere) {
  folder_.write("a/x.txt", "x");
  folder_.write("b/wires/y.txt", "x");
  options_.roots = {{"", folder_.path()}, {"wires", folder_.path() / "b" / "wires"}};
  find({root()});
  ASSERT_EQ(found_.files.size(), 2u);
  EXPECT_EQ(found_.files[0].path, "a/x.txt");
  EXPECT_EQ(found_.files[0].place, root() + "/a/x.txt");
  EXPECT_EQ(found_.files[1].path, "wires:y.txt");
}

TEST(SourceName, LiesBelowTheFoldersAroundIt) {
  const std::vector<SourceRoot> roots{{"", "/news"}, {"wires", "/news/wires"}};
  EXPECT_TRUE(is_below("2023/a.txt", "/news", roots));
  EXPECT_TRUE(is_below("2023/a.txt", "/news/2023", roots));
  EXPECT_FALSE(is_below("2023/a.txt", "/news/20", roots));
  EXPECT_TRUE(is_below("wires:a.txt", "/news/wires", roots));
  EXPECT_TRUE(is_below("wires:a.txt", "/news", roots));
  EXPECT_FALSE(is_below("2023/a.txt", "/news/wires", roots));
  EXPECT_TRUE(is_below("/other/a.txt", "/", roots));
  EXPECT_FALSE(is_below("/other/a.txt", "/news", roots));
}

}  // namespace
}  // namespace newsindex
