// SPDX-License-Identifier: GPL-3.0-or-later
// A file of numbers that were trained: mapped into memory, checked by kind, version and checksum.
//
// Layout: 64 bytes of header (the word "newsidx\n", kind, version, bytes of the content, XXH3 of
// the content; little-endian), then the content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace newsindex {

// 2 and 3 were tables of names and of topics with all their rows.
enum class ModelKind : std::uint32_t { word_clusters = 1, names = 4, topics = 5 };

// The version of the layouts of all kinds. A change in what a feature is needs a new one.
inline constexpr std::uint32_t kModelVersion = 1;

class ModelFile {
 public:
  // Throws Error(config) naming the file when it is missing, of another kind or version, or
  // damaged; Error(no_memory).
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
