// SPDX-License-Identifier: GPL-3.0-or-later
// What each watch of a user has seen: up to which ingest sequence of which archive it has told what
// is new. A small JSON file for each, written atomically.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "schema/archive/descriptor.h"
#include "schema/archive/location.h"
#include "schema/error.h"

namespace newsindex {

struct Watch {
  std::string name;
  std::string archive;                           // path of the archive, absolute
  std::string uuid;                              // of the archive
  std::uint64_t sequence = 0;                    // all up to this one was told
  std::uint64_t revision = 0;                    // of the archive, when it was told
  std::string query;                             // as it was written
  std::map<std::string, std::string> options{};  // that it was written with: {"match", "any"}
  std::string time;       // of the last run that told something or nothing, UTC; "" for none
  std::string meaning{};  // the query with saved queries in place of their names
  friend bool operator==(const Watch&, const Watch&) = default;
};

// newsindex/watches in $XDG_STATE_HOME or ~/.local/state. Throws Error(config) where neither is
// known.
std::filesystem::path watches_folder(const Environment& environment);

class Watches {
 public:
  explicit Watches(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // The watch of this name. Throws Error(config) naming the file when it is damaged, Error(usage)
  // when the name is none (see is_saved_name).
  std::optional<Watch> find(const std::string& name) const;

  // By name; what is damaged is given to `damaged`.
  std::vector<Watch> all(const std::function<void(const Error&)>& damaged) const;

  // Durable when it returns. Throws Error(cannot_create) or Error(io).
  void write(const Watch& watch) const;

  // False when there is none of this name.
  bool forget(const std::string& name) const;

  // Held by one run at a time: two runs of a watch would tell the same twice. Throws
  // Error(try_again) when another has it.
  class Lock {
   public:
    Lock(const Watches& watches, const std::string& name);

   private:
    Descriptor file_;
  };

 private:
  std::filesystem::path path_of(const std::string& name, const char* suffix) const;

  std::filesystem::path folder_;
};

}  // namespace newsindex
