// SPDX-License-Identifier: GPL-3.0-or-later
// Reads and writes model files, which hold trained numbers. A file is mapped into memory and
// checked by kind, version and checksum.
//
// Layout: a header of 64 bytes (the word "newsidx\n", kind, version, size of the content in bytes,
// XXH3 of the content; little-endian), then the content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace newsindex {

// 2 and 3 were older tables of names and topics, which stored all their rows.
enum class ModelKind : std::uint32_t { word_clusters = 1, names = 4, topics = 5 };

// The version of the layouts of all kinds. Change it if the definition of a feature changes.
inline constexpr std::uint32_t kModelVersion = 1;

class ModelFile {
 public:
  // Throws Error(config) naming the file if it is missing, damaged, or of another kind or version;
  // Error(no_memory) if there is no memory to map it.
  ModelFile(const std::filesystem::path& path, ModelKind kind);
  ~ModelFile();
  ModelFile(const ModelFile&) = delete;
  ModelFile& operator=(const ModelFile&) = delete;

  // Aligned to 64 bytes.
  std::string_view content() const;

 private:
  const char* mapped_ = nullptr;
  std::size_t bytes_ = 0;
};

// Throws Error(cannot_create) or Error(io).
void write_model_file(const std::filesystem::path& path, ModelKind kind, std::string_view content);

}  // namespace newsindex
