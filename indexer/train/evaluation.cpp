// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/train/evaluation.h"

#include <array>
#include <cstdio>
#include <ostream>
#include <set>
#include <string>

#include "indexer/enrich/names/consistency.h"
#include "indexer/enrich/names/tagger.h"
#include "indexer/train/token_files.h"

namespace newsindex {
namespace {

struct Counts {
  double right = 0;
  double found = 0;
  double marked = 0;
};

std::set<MarkedName> names_in(const MarkedArticle& article, const NameTagger& tagger,
                              NameTagger::Memory& memory) {
  const CutText cut = cut_names(article.text);
  auto spans = tagger.tag({&cut, 1}, memory);
  make_consistent({&cut, 1}, spans);
  std::set<MarkedName> names;
  for (const TokenSpan& span : spans[0])
    names.insert({span.type, cut.tokens[span.begin].start, cut.tokens[span.end - 1].end});
  return names;
}

std::string scores_of(const Counts& counts) {
  const auto ratio = [](double a, double b) { return b > 0 ? a / b : 0; };
  char line[96];
  std::snprintf(line, sizeof line, "P %.3f R %.3f F1 %.3f", ratio(counts.right, counts.found),
                ratio(counts.right, counts.marked),
                ratio(2 * counts.right, counts.found + counts.marked));
  return line;
}

}  // namespace

void print_name_scores(const std::filesystem::path& models,
                       const std::vector<std::filesystem::path>& token_files, std::ostream& out) {
  constexpr std::array<const char*, 3> kTypes{"person", "organisation", "place"};
  const WordClusters clusters(models / "words.model");
  const NameTagger tagger(models / "names.model", clusters);
  NameTagger::Memory memory(tagger);
  for (const std::filesystem::path& file : token_files) {
    std::array<Counts, 4> counts;  // of each type, and of all
    for (const MarkedArticle& article : read_token_file(file)) {
      const std::set<MarkedName> found = names_in(article, tagger, memory);
      const std::set<MarkedName> marked(article.names.begin(), article.names.end());
      for (const std::size_t all : {std::size_t{0}, std::size_t{3}}) {
        const auto place = [all](const MarkedName& name) {
          return all == 3 ? all : static_cast<std::size_t>(name.type);
        };
        for (const MarkedName& name : found) {
          counts[place(name)].found += 1;
          counts[place(name)].right += marked.contains(name) ? 1 : 0;
        }
        for (const MarkedName& name : marked) counts[place(name)].marked += 1;
      }
    }
    out << file.filename().string() << ": " << scores_of(counts[3]);
    for (std::size_t type = 0; type < kTypes.size(); ++type)
      out << "; " << kTypes[type] << ' ' << scores_of(counts[type]);
    out << '\n';
  }
}

}  // namespace newsindex
