// SPDX-License-Identifier: GPL-3.0-or-later
// Section files: damage is noticed, and never taken for something else.
#include "schema/segment/section_file.h"

#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/damaged_byte.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

constexpr SectionNumber kText = 1;
constexpr SectionNumber kNumbers = 2;  // in parts
constexpr SectionNumber kNothing = 3;
constexpr std::uint64_t kArticles = 1100;
constexpr std::size_t kHeaderBytes = 64;
constexpr std::size_t kTextBytes = 100;

std::string text() {
  std::string text;
  for (std::size_t i = 0; i < kTextBytes; ++i) text += static_cast<char>('a' + i % 26);
  return text;
}

std::vector<std::uint64_t> numbers() {
  std::vector<std::uint64_t> numbers(kArticles);
  std::iota(numbers.begin(), numbers.end(), 1u);
  for (std::uint64_t& number : numbers) number *= 0x9e3779b97f4a7c15;
  return numbers;
}

class SectionFileTest : public ::testing::Test {
 protected:
  SectionFileTest() {
    SectionWriter writer(path(), SectionKind::terms, kArticles);
    writer.begin(kText);
    writer.append(text());
    writer.begin(kNumbers, true);
    writer.append_array(std::span<const std::uint64_t>(numbers_));
    writer.begin(kNothing);
    writer.finish();
    whole_ = bytes_of_file(path());
  }

  std::filesystem::path path() const { return folder_.path() / "file"; }
  SectionFile open() const { return SectionFile(path(), SectionKind::terms, kArticles); }

  // The exit code of the Error that opening the file or `use` throws; ok if there is none.
  template <class Use>
  ExitCode code_of(Use use) const {
    try {
      const SectionFile file = open();
      use(file);
      return ExitCode::ok;
    } catch (const Error& error) {
      return error.code();
    }
  }

  void expect_whole(const SectionFile& file) const {
    EXPECT_EQ(file.section(kText), text());
    const auto read = file.array<std::uint64_t>(kNumbers);
    EXPECT_TRUE(std::equal(read.begin(), read.end(), numbers_.begin(), numbers_.end()));
    EXPECT_EQ(file.section(kNothing), "");
  }
  void expect_entries(const SectionFile& file) const {
    for (std::size_t i = 0; i < numbers_.size(); i += 37)
      EXPECT_EQ(file.entry<std::uint64_t>(kNumbers, i), numbers_[i]);
  }

  TemporaryFolder folder_;
  std::vector<std::uint64_t> numbers_ = numbers();
  std::string whole_;
};

TEST_F(SectionFileTest, GivesBackWhatWasWritten) {
  const SectionFile file = open();
  expect_whole(file);
  expect_entries(file);
  EXPECT_EQ(file.articles(), kArticles);
  EXPECT_TRUE(file.has(kNumbers | kPartsOf));
  EXPECT_FALSE(file.has(kText | kPartsOf));
  EXPECT_FALSE(file.has(4));
  EXPECT_NO_THROW(file.verify());
  for (const SectionNumber number : {kText, kNumbers})
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(file.section(number).data()) % 64, 0u);
}

TEST_F(SectionFileTest, NoticesDamageOfAnyByteAndNeverMisreadsIt) {
  std::vector<std::size_t> unnoticed;
  for (std::size_t at = 0; at < whole_.size(); ++at) {
    const DamagedByte damage(path(), at, 1u << at % 8);
    code_of([&](const SectionFile& file) { expect_whole(file); });
    code_of([&](const SectionFile& file) { expect_entries(file); });
    const ExitCode code = code_of([](const SectionFile& file) { file.verify(); });
    if (code == ExitCode::ok)
      unnoticed.push_back(at);
    else
      EXPECT_EQ(code, ExitCode::internal) << at;
  }
  EXPECT_EQ(unnoticed, std::vector<std::size_t>());
}

TEST_F(SectionFileTest, IsRefusedWhereverItIsCutShort) {
  for (std::size_t size = whole_.size(); size-- > 0;) {
    std::filesystem::resize_file(path(), size);
    ASSERT_EQ(code_of([](const SectionFile&) {}), ExitCode::internal) << size;
  }
  folder_.write("file", whole_ + "x");
  EXPECT_EQ(code_of([](const SectionFile&) {}), ExitCode::internal);
}

TEST_F(SectionFileTest, IsRefusedForAnotherKindOrAnotherNumberOfArticles) {
  EXPECT_THROW(SectionFile(path(), SectionKind::columns, kArticles), Error);
  EXPECT_THROW(SectionFile(path(), SectionKind::terms, kArticles - 1), Error);
  EXPECT_THROW(SectionFile(path(), SectionKind::terms, kArticles + 1), Error);
}

TEST_F(SectionFileTest, TellsAMissingFileFromADamagedOne) {
  std::filesystem::remove(path());
  EXPECT_EQ(code_of([](const SectionFile&) {}), ExitCode::no_input);
}

TEST_F(SectionFileTest, MissesASectionThatIsNotThere) {
  EXPECT_EQ(code_of([](const SectionFile& file) { file.section(4); }), ExitCode::internal);
  EXPECT_EQ(code_of([](const SectionFile& file) { file.section_unchecked(4); }),
            ExitCode::internal);
}

TEST_F(SectionFileTest, RefusesAnArrayThatHasHalfAnEntry) {
  struct Triple {
    std::uint8_t bytes[3];
  };
  EXPECT_EQ(code_of([](const SectionFile& file) { file.array<Triple>(kText); }),
            ExitCode::internal);
}

TEST_F(SectionFileTest, IsNoneUntilItsWriterHasFinished) {
  {
    SectionWriter writer(path(), SectionKind::terms, kArticles);
    writer.begin(kText);
    writer.append(text());
  }
  EXPECT_EQ(code_of([](const SectionFile&) {}), ExitCode::internal);
}

TEST_F(SectionFileTest, CannotBeWrittenWhereThereIsNoFolder) {
  try {
    SectionWriter(folder_.path() / "no" / "file", SectionKind::terms, 1);
    FAIL() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ExitCode::cannot_create);
  }
}

}  // namespace
}  // namespace newsindex
