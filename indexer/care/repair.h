// SPDX-License-Identifier: GPL-3.0-or-later
// Makes an archive whole again out of what is left of it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "indexer/care/check.h"
#include "indexer/write/revision.h"

namespace newsindex {

// Sentences for the user. Nothing to do: both are empty.
struct Repair {
  bool empty() const { return done.empty() && lost.empty(); }

  std::vector<std::string> done;
  std::vector<std::string> lost;
};

// In this order:
// - archive.json is made anew where it is lost or damaged (see indexer/care/recover_manifest.h);
// - tables that are damaged are left out: they are begun anew;
// - of two articles with one id the one with the lower ingest sequence is deleted;
// - segments that check finds damaged are replaced by one of their articles that can be saved;
// - where articles were lost, so is the table of sources: the next update reads them all again.
// The first two are published in one step, the others in another, as by any run; `on_published` is
// told each as soon as it stands. Throws Error: no_input where there is no archive, config where it
// is of another schema version, try_again when it is locked, io when files are not damaged but
// cannot be read (permissions), interrupted; Unmerged as a run does. But for what was told, the
// archive is as it was then.
Repair repair_archive(const std::filesystem::path& archive, const RunLimits& limits,
                      Depth depth = Depth::files,
                      const std::function<void(const Repair&)>& on_published = {});

}  // namespace newsindex
