// SPDX-License-Identifier: GPL-3.0-or-later
// A file mapped into memory, read-only.
#pragma once

#include <filesystem>
#include <string_view>

namespace newsindex {

class MappedFile {
 public:
  // Throws Error: no_input when there is no such file, io when it cannot be read, no_memory when
  // there is not enough memory.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(MappedFile&& other) noexcept;
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  MappedFile& operator=(MappedFile&&) = delete;

  std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace newsindex
