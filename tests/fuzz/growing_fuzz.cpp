// SPDX-License-Identifier: GPL-3.0-or-later
// A file that has grown can be read on from where an earlier reading ended, and from any place that
// a ledger could name. The input: the size of the file before it grew (2 bytes), the place where
// the ledger says that the last record began (2 bytes), a shape (1 byte), and the file.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/readers/reader.h"
#include "schema/digest.h"
#include "tests/fuzz/read_anything.h"
#include "tests/temporary_folder.h"

namespace newsindex {
namespace {

constexpr std::size_t kHeader = 5;

ReadOutcome read(const std::string& path, std::string_view bytes, const EarlierReading* earlier) {
  ReadLimits limits;
  limits.record_bytes = 1u << 20;
  const SourceFile file{path, bytes.size(), 0};
  const auto take = [&](const Record& record) {
    if (earlier != nullptr && record.origin.record < earlier->resume.record) std::abort();
    return true;
  };
  const ReadOutcome outcome = read_records(file, limits, take, must_say_why, earlier);
  const bool is_whole = outcome.incomplete.empty();
  if (is_whole && outcome.bytes != bytes.size()) std::abort();
  if (is_whole && outcome.content != digest64(bytes)) std::abort();
  return outcome;
}

std::size_t number_at(std::string_view input, std::size_t at) {
  return static_cast<unsigned char>(input[at]) +
         std::size_t{256} * static_cast<unsigned char>(input[at + 1]);
}

void read_grown(const TemporaryFolder& folder, std::string_view input) {
  const std::string_view whole = input.substr(kHeader);
  const std::string_view part = whole.substr(0, std::min(whole.size(), number_at(input, 0)));
  const ReadOutcome first = read(folder.write("grows", part), part, nullptr);
  if (first.resume.shape != AppendableFormat::no && first.resume.offset > part.size()) std::abort();
  EarlierReading earlier{first.bytes, first.content, first.resume};
  const std::string path = folder.write("grows", whole);
  if (earlier.resume.shape != AppendableFormat::no) read(path, whole, &earlier);
  earlier.resume = {static_cast<AppendableFormat>(input[4]), number_at(input, 2), 0};
  read(path, whole, &earlier);
}

}  // namespace
}  // namespace newsindex

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const newsindex::TemporaryFolder folder;
  const std::string_view input(reinterpret_cast<const char*>(bytes), size);
  if (input.size() > newsindex::kHeader) newsindex::read_grown(folder, input);
  return 0;
}
