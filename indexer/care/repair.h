// SPDX-License-Identifier: GPL-3.0-or-later
// Repairs a damaged archive from what is left of it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/care/check.h"
#include "indexer/write/revision.h"

namespace newsindex {

// Sentences for the user. Both are empty if there was nothing to do.
struct Repair {
  bool empty() const { return done.empty() && lost.empty(); }

  std::vector<std::string> done;
  std::vector<std::string> lost;
};

// In this order:
// - archive.json is rebuilt if it is lost or damaged (see indexer/care/recover_manifest.h);
// - damaged tables are dropped and start empty;
// - of two articles with one id, the one with the lower ingest sequence is deleted;
// - segments found damaged by check are replaced by a segment of the articles that can be saved;
// - if articles were lost, the table of sources is dropped: the next update reads all sources
//   again.
// The first two are published in one step, the others in a second one, as by any run;
// `on_published` is called after each. Throws Error: no_input if there is no archive, config for
// another schema version, try_again if it is locked, io if undamaged files cannot be read
// (permissions), interrupted; and Unmerged as a run does. After an error, only the steps passed to
// `on_published` are done.
Repair repair_archive(const std::filesystem::path& archive, const RunLimits& limits,
                      Depth depth = Depth::files,
                      const std::function<void(const Repair&)>& on_published = {});

}  // namespace newsindex
