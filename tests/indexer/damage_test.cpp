// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged containers and compressed files: what is whole is read, and the damage is reported.
#include <array>
#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/indexer/packing.h"

namespace newsindex {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string lines(int from, int to) {
  std::string text;
  for (int i = from; i < to; ++i) {
    text += "{\"id\":" + std::to_string(i) + ",\"n\":\"";
    for (int k = 0; k < 40; ++k) text += static_cast<char>('a' + (i * 31 + k * k * 7) % 26);
    text += "\"}\n";
  }
  return text;
}

struct Kind {
  const char* name;
  int filter;
  const char* member;
  friend std::ostream& operator<<(std::ostream& out, const Kind& kind) { return out << kind.name; }
};

constexpr std::array kKinds{Kind{"Gzip", ARCHIVE_FILTER_GZIP, "gzip member"},
                            Kind{"Bzip2", ARCHIVE_FILTER_BZIP2, "bzip2 member"},
                            Kind{"Xz", ARCHIVE_FILTER_XZ, "xz stream"},
                            Kind{"Zstd", ARCHIVE_FILTER_ZSTD, "zstd frame"}};

class DamagedMember : public ::testing::TestWithParam<Kind> {
 protected:
  std::string member(int from) const {
    return compressed(GetParam().filter, lines(from, from + 3));
  }
  std::string name(const std::string& number_and_place) const {
    return std::string(GetParam().member) + " " + number_and_place;
  }
};

TEST_P(DamagedMember, OthersAreReadWhereBytesStandBetween) {
  const std::string first = member(0);
  const PackedOutcome outcome = read_packed(first + "other bytes" + member(3));
  EXPECT_THAT(outcome.records, SizeIs(6));
  EXPECT_THAT(outcome.rejects, ElementsAre(": 11 bytes from byte " + std::to_string(first.size()) +
                                           " are no " + GetParam().member + ", and were not read"));
}

TEST_P(DamagedMember, BytesBehindTheLastAreTold) {
  const PackedOutcome outcome = read_packed(member(0) + "tail");
  EXPECT_THAT(outcome.records, SizeIs(3));
  EXPECT_THAT(outcome.rejects, ElementsAre(AllOf(HasSubstr("4 bytes"), HasSubstr("not read"))));
}

TEST_P(DamagedMember, PaddingIsNoDamage) {
  const PackedOutcome outcome =
      read_packed(member(0) + std::string(1024, '\0') + member(3) + std::string(512, '\0'));
  EXPECT_THAT(outcome.records, SizeIs(6));
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

TEST_P(DamagedMember, OthersAreReadWhereOneIsCutShort) {
  const std::string cut = member(3);
  const PackedOutcome outcome =
      read_packed(member(0) + cut.substr(0, cut.size() - cut.size() / 3) + member(6));
  ASSERT_GE(outcome.records.size(), 6u);
  EXPECT_THAT(outcome.records[2], HasSubstr("\"id\":2,"));
  EXPECT_THAT(outcome.records.back(), HasSubstr("\"id\":8,"));
  EXPECT_THAT(
      outcome.rejects,
      ::testing::Contains(HasSubstr(name("2 (from byte " + std::to_string(member(0).size())))));
}

TEST_P(DamagedMember, WholeOnesBeforeTheEndOfTheFileAreRead) {
  const std::string cut = member(3);
  const PackedOutcome outcome = read_packed(member(0) + cut.substr(0, cut.size() / 2));
  ASSERT_GE(outcome.records.size(), 3u);
  EXPECT_THAT(outcome.rejects, ElementsAre(HasSubstr("the file ends within " + name("2"))));
}

TEST_P(DamagedMember, TheBeginningOfAnotherBehindTheLastIsTold) {
  const std::string next = member(3);
  for (std::size_t size = 1; size < 20; ++size) {
    const PackedOutcome outcome = read_packed(member(0) + next.substr(0, size));
    EXPECT_GE(outcome.records.size(), 3u) << size;
    EXPECT_THAT(outcome.rejects, ::testing::Not(IsEmpty())) << size;
  }
}

TEST_P(DamagedMember, ABitThatFlippedNeverChangesATextWithoutAWord) {
  if (GetParam().filter == ARCHIVE_FILTER_ZSTD)
    GTEST_SKIP() << "libarchive writes frames without a checksum";
  const std::string first = member(0);
  const auto whole = read_packed(first + member(3)).records;
  for (std::size_t at = first.size() / 3; at < first.size(); at += 7) {
    std::string flipped = first;
    flipped[at] = static_cast<char>(flipped[at] ^ 4);
    const PackedOutcome outcome = read_packed(flipped + member(3));
    // The bits behind the last block only fill up its last byte.
    if (outcome.records == whole) continue;
    EXPECT_THAT(outcome.rejects, ::testing::Not(IsEmpty())) << at;
  }
}

INSTANTIATE_TEST_SUITE_P(Of, DamagedMember, ::testing::ValuesIn(kKinds),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(DamagedGzip, TellsWrongChecksumsAndLengthsAndGoesOn) {
  const std::string good = compressed(ARCHIVE_FILTER_GZIP, lines(0, 3));
  std::string checksum = good;
  checksum[good.size() - 8] = static_cast<char>(checksum[good.size() - 8] ^ 1);
  std::string length = good;
  length[good.size() - 2] = static_cast<char>(length[good.size() - 2] ^ 1);
  const PackedOutcome outcome = read_packed(checksum + length + good);
  EXPECT_THAT(outcome.records, SizeIs(9));
  EXPECT_THAT(outcome.rejects,
              ElementsAre(": gzip member 1 (from byte 0): its checksum is wrong, what was read of "
                          "it may be altered",
                          HasSubstr("its length is wrong, what was read of it may be altered")));
}

TEST(DamagedGzip, IsNotReadOnWhereItsTextIsOneDocument) {
  const std::string list = "[" + lines(0, 1) + "," + lines(1, 2) + ",";
  const std::string cut = compressed(ARCHIVE_FILTER_GZIP, list);
  const PackedOutcome outcome = read_packed(cut.substr(0, cut.size() - 20) +
                                            compressed(ARCHIVE_FILTER_GZIP, lines(2, 3) + "]"));
  for (const std::string& record : outcome.records) EXPECT_THAT(record, HasSubstr("{\"id\":"));
  EXPECT_THAT(outcome.rejects, ::testing::Contains(HasSubstr("cannot be read: ")));
}

TEST(SkippableFrames, OfZstdAreSkipped) {
  const std::string frame("\x52\x2a\x4d\x18\4\0\0\0abcd", 12);
  const PackedOutcome outcome = read_packed(compressed(ARCHIVE_FILTER_ZSTD, lines(0, 2)) + frame +
                                            compressed(ARCHIVE_FILTER_ZSTD, lines(2, 4)));
  EXPECT_THAT(outcome.records, SizeIs(4));
  EXPECT_THAT(outcome.rejects, IsEmpty());
}

const Entries kThree{{"a.jsonl", lines(0, 2)}, {"b.jsonl", lines(2, 4)}, {"c.jsonl", lines(4, 6)}};

// The bytes of a container with a flipped bit, `by` bytes after the start of the text `behind`.
std::string with_flipped(std::string bytes, const std::string& behind, std::size_t by) {
  const std::size_t at = bytes.find(behind) + by;
  bytes[at] = static_cast<char>(bytes[at] ^ 1);
  return bytes;
}

TEST(DamagedZip, IsReadToItsEndWhereverItIsDamaged) {
  const std::string whole = pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE,
                                 {{"a.jsonl", lines(0, 1)}, {"b.jsonl", lines(1, 2)}});
  constexpr std::size_t kHeader = 64;
  for (std::size_t at = 4; at < kHeader; ++at)
    for (const char put : {'\0', '\x7f', '\xff'}) {
      std::string damaged = whole;
      damaged[at] = put;
      if (damaged == whole) continue;
      const PackedOutcome outcome = read_packed(damaged);
      EXPECT_LE(outcome.records.size() + outcome.rejects.size(), 6u) << at;
      EXPECT_GE(outcome.records.size() + outcome.rejects.size(), 1u) << at;
    }
  // A file that ends within the header of an entry.
  for (std::size_t size = 5; size < kHeader; ++size)
    EXPECT_THAT(read_packed(whole.substr(0, size)).rejects, ::testing::Not(IsEmpty())) << size;
}

TEST(DamagedZip, TellsTheEntryThatMayBeAltered) {
  const std::string zip = pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, kThree);
  for (const std::size_t by : {60u, 75u, 90u}) {
    const PackedOutcome outcome = read_packed(with_flipped(zip, "b.jsonl", by));
    ASSERT_FALSE(outcome.records.empty());
    EXPECT_THAT(outcome.records.back(), HasSubstr("c.jsonl: {\"id\":5,")) << by;
    EXPECT_THAT(outcome.rejects, ::testing::Contains(HasSubstr("b.jsonl: "))) << by;
  }
}

TEST(DamagedTar, TellsAHeaderThatIsNoneAndFindsTheNextEntry) {
  const std::string tar = pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, kThree);
  const PackedOutcome outcome = read_packed(with_flipped(tar, "b.jsonl", 150));
  EXPECT_THAT(outcome.records, SizeIs(4));
  EXPECT_THAT(outcome.rejects, ElementsAre(AllOf(HasSubstr("damaged near byte 1024"),
                                                 HasSubstr("the next entry is looked for"))));
}

TEST(DamagedTar, IsToldByWhatItIsCompressedWith) {
  const std::string tar = pack(ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, kThree);
  EXPECT_THAT(read_packed(tar.substr(0, tar.size() / 2)).rejects,
              ::testing::Contains(HasSubstr("the file ends within gzip member 1")));
}

}  // namespace
}  // namespace newsindex
