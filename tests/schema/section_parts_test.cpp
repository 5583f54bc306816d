// SPDX-License-Identifier: GPL-3.0-or-later
// Sections written in parts: one entry can be read without checking the whole section.
#include <fstream>
#include <numeric>

#include <gtest/gtest.h>

#include "schema/error.h"
#include "schema/segment/section_file.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

constexpr SectionNumber kNumbers = 7;
constexpr std::uint64_t kEntries = 5000;  // 40,000 bytes: four parts and a bit

class SectionParts : public ::testing::Test {
 protected:
  SectionParts() {
    std::vector<std::uint64_t> numbers(kEntries);
    std::iota(numbers.begin(), numbers.end(), 0u);
    SectionWriter writer(path(), SectionKind::columns, kEntries);
    writer.begin(kNumbers, true);
    writer.append_array(std::span<const std::uint64_t>(numbers).first(1234));
    writer.append_array(std::span<const std::uint64_t>(numbers).subspan(1234));
    writer.write_array(kNumbers + 1, std::span<const std::uint64_t>(numbers));
    writer.finish();
  }
  std::filesystem::path path() const { return folder_.path() / "numbers"; }

  // Changes a byte of the section.
  void damage(std::size_t at) const {
    constexpr std::size_t kHeader = 64;
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(kHeader + at));
    file.put('\xff');
  }
  TemporaryFolder folder_;
};

TEST_F(SectionParts, GiveEachEntry) {
  const SectionFile file(path(), SectionKind::columns, kEntries);
  for (std::size_t i = 0; i < kEntries; ++i) {
    ASSERT_EQ(file.entry<std::uint64_t>(kNumbers, i), i);
    ASSERT_EQ(file.entry<std::uint64_t>(kNumbers + 1, i), i);
  }
  EXPECT_NO_THROW(file.verify());
}

TEST_F(SectionParts, TellDamageWhereItIsRead) {
  damage(2 * kPartBytes + 17);
  const SectionFile file(path(), SectionKind::columns, kEntries);
  EXPECT_EQ(file.entry<std::uint64_t>(kNumbers, 0), 0u);
  EXPECT_EQ(file.entry<std::uint64_t>(kNumbers, kEntries - 1), kEntries - 1);
  EXPECT_THROW(file.entry<std::uint64_t>(kNumbers, 2 * kPartBytes / 8 + 100), Error);
  EXPECT_THROW(file.array<std::uint64_t>(kNumbers), Error);
}

TEST_F(SectionParts, HaveNoEntryBehindTheEnd) {
  const SectionFile file(path(), SectionKind::columns, kEntries);
  EXPECT_THROW(file.entry<std::uint64_t>(kNumbers, kEntries), Error);
}

}  // namespace
}  // namespace newsindex
