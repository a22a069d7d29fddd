namespace ActGen.Testing;
