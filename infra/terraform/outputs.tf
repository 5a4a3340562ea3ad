output "endpoint" {
  description = "Where the API is."
  value       = aws_apigatewayv2_api.api.api_endpoint
}

output "functions" {
  description = "The Lambda of each function, by its id."
  value       = { for id, function in aws_lambda_function.function : id => function.function_name }
}

output "batch_routes" {
  description = "The routes that need a token."
  value       = keys(aws_apigatewayv2_route.batch)
}

output "access_log" {
  description = "The log group of the API: a line for each request."
  value       = aws_cloudwatch_log_group.access.name
}
