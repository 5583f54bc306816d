// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexer/write/run_sources.h"

#include <algorithm>
#include <utility>

#include "schema/archive/archive.h"
#include "schema/error.h"

namespace newsindex {
namespace {

// The roots of the request, and the other roots that the archive knows.
std::vector<SourceRoot> all_roots(const UpdateRequest& request, const Ledger& ledger) {
  std::vector<SourceRoot> roots = request.find.roots;
  for (const SourceRoot& root : ledger.roots()) {
    const bool is_declared_anew = std::any_of(
        roots.begin(), roots.end(), [&](const SourceRoot& each) { return each.name == root.name; });
    if (!is_declared_anew) roots.push_back(root);
  }
  return roots;
}

std::vector<SourceRoot> known_roots(const UpdateRequest& request) {
  try {
    const Archive held(request.archive);  // keeps the revision, so that its table is not removed
    return all_roots(request, Ledger::read(request.archive, held.manifest().table(kSourcesTable)));
  } catch (const Error&) {  // no archive yet, or the run will report the problem
    return request.find.roots;
  }
}

RunSources find_named(const UpdateRequest& request, std::vector<SourceRoot> roots,
                      const OnProgress& on_progress) {
  RunSources sources;
  FindOptions options = request.find;
  options.roots = roots;
  sources.roots = std::move(roots);
  sources.found = find_files(
      request.sources, options,
      [&](Reject reject) { sources.missing.push_back(std::move(reject)); },
      [&] { report_progress(on_progress, {}); });
  return sources;
}

}  // namespace

RunSources find_sources(const UpdateRequest& request, const OnProgress& on_progress) {
  return find_named(request, known_roots(request), on_progress);
}

void find_again(RunSources& sources, const UpdateRequest& request, const Ledger& ledger,
                const OnProgress& on_progress) {
  std::vector<SourceRoot> roots = all_roots(request, ledger);
  if (roots != sources.roots) sources = find_named(request, std::move(roots), on_progress);
}

}  // namespace newsindex
