// SPDX-License-Identifier: GPL-3.0-or-later
#include "schema/segment/deletions.h"

#include <algorithm>
#include <bit>

#include "schema/error.h"
#include "schema/segment/section_file.h"

namespace newsindex {
namespace {

constexpr SectionNumber kBits = 1;

}  // namespace

Deletions::Deletions(const std::filesystem::path& path, std::uint64_t articles) {
  const SectionFile file(path, SectionKind::deletions, articles);
  const auto bits = file.array<std::uint64_t>(kBits);
  bits_.assign(bits.begin(), bits.end());
  for (const std::uint64_t word : bits_) count_ += static_cast<unsigned>(std::popcount(word));
}

Deletions::Deletions(const std::filesystem::path& path, std::uint64_t articles, std::uint64_t count)
    : Deletions(path, articles) {
  if (count_ != count)
    throw Error(ExitCode::internal, "'" + path.string() +
                                        "' is damaged: it holds another number of deletions than "
                                        "archive.json says");
}

bool Deletions::add(Docid docid) {
  if (contains(docid)) return false;
  const std::size_t index = docid - 1;
  if (index / 64 >= bits_.size()) bits_.resize(index / 64 + 1);
  bits_[index / 64] |= std::uint64_t{1} << index % 64;
  ++count_;
  return true;
}

void Deletions::remove_from(std::vector<Docid>& docids) const {
  if (empty()) return;
  std::erase_if(docids, [this](Docid docid) { return contains(docid); });
}

void Deletions::write(const std::filesystem::path& path, std::uint64_t articles) const {
  SectionWriter writer(path, SectionKind::deletions, articles);
  writer.write_array(kBits, std::span<const std::uint64_t>(bits_));
  writer.finish();
}

}  // namespace newsindex
