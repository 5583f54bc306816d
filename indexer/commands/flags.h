// SPDX-License-Identifier: GPL-3.0-or-later
// The options of newsindex as typed values. Nothing but the command line is read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/command_line/command_line.h"

namespace newsindex {

struct Flags {
  std::string command;  // "update", "inspect", ...
  std::string archive;
  std::vector<std::string> arguments;  // sources, ids, or the folder of a backup
  std::vector<std::string> map;        // "title=headline", ...
  std::string xml_map;
  std::string json_schema;
  std::string date_order = "auto";
  std::string id_prefix;
  std::string source;
  std::string language;
  std::string reference_time;
  std::vector<std::string> authorities;
  std::vector<std::string> entity_edits;
  std::vector<std::string> topic_rules;
  bool no_known = false;
  std::vector<std::string> roots;  // "NAME=DIR" or "DIR"
  bool follow_links = false;
  bool prune = false;
  bool dry_run = false;
  double publish_every = 10;  // minutes
  std::vector<std::string> forget;
  bool again = false;
  bool why = false;
  bool deep = false;
  bool repair = false;
  bool link = false;
  unsigned threads = 0;
  std::uint64_t memory_mb = 512;
  std::uint64_t max_record_mb = 64;
  int max_nesting = 5;
  std::size_t max_depth = 1000;
  std::uint64_t max_expansion = 200;
  unsigned lock_timeout = 10;
  std::string report;
  bool quiet = false;
  std::string log_level = "info";
  bool sandbox = false;
  std::string format = "text";
  std::string list;    // remove: a file of ids
  std::string query;   // remove
  std::string reason;  // remove
  std::string metrics;
  std::string max_age;  // status
  bool by_query = false;
  bool purge = false;
  bool restores = false;
  bool lists_removed = false;
  std::string since;
  std::string until;
};

// Converts the options of a command line to their types. Throws Error(usage) if two options exclude
// each other, or one needs another.
Flags flags_of(const CommandLine& line);

}  // namespace newsindex
