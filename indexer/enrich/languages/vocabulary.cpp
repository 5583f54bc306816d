// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/enrich/languages/vocabulary.h"

#include "schema/digest.h"

namespace newsindex {

WordMeaning Vocabulary::find(const std::string& lower, std::uint64_t digest) const {
  if (dictionary_ != nullptr)
    if (const std::string_view translated = dictionary_->find(lower); !translated.empty())
      return {digest64(translated), clusters_.find(translated)};
  const WordCluster cluster = clusters_.find(lower);
  const std::size_t hyphen = lower.rfind('-');
  if (cluster.fine != 0 || hyphen == std::string::npos || hyphen + 1 == lower.size())
    return {digest, cluster};
  constexpr std::uint16_t kPartsCoarse = 500;  // apart from the clusters of whole words
  constexpr std::uint16_t kPartsFine = 5000;
  const std::string last = lower.substr(hyphen + 1);
  const WordCluster part = find(last, digest64(last)).cluster;
  if (part.fine == 0) return {digest, part};
  return {digest,
          {static_cast<std::uint16_t>(part.coarse + kPartsCoarse),
           static_cast<std::uint16_t>(part.fine + kPartsFine)}};
}

}  // namespace newsindex
